"""Between whom there is a block, whoever made it."""

from __future__ import annotations

from django.db.models import Q

from alongside.accounts.persons.models import Person

from .models import Block


def blocked_with(person: Person) -> set[int]:
    """Return the numbers of everybody whom the person blocked or who blocked the person."""
    pairs = Block.objects.filter(Q(person=person) | Q(other=person)).values_list("person_id", "other_id")
    return {either for pair in pairs for either in pair} - {person.pk}


def is_blocked(person: Person, other: Person) -> bool:
    """Whether either blocked the other."""
    return Block.objects.filter(Q(person=person, other=other) | Q(person=other, other=person)).exists()
