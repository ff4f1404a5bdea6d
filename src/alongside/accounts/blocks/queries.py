"""Between whom there is a block, and whom somebody has seen and so may block."""

from __future__ import annotations

from django.core import signing
from django.db.models import Q
from django.http import Http404

from alongside.accounts.persons.models import Person

from .models import Block

SALT = "blocks"


def blocked_with(person: Person) -> set[int]:
    """Return the numbers of everybody whom the person blocked or who blocked the person."""
    pairs = Block.objects.filter(Q(person=person) | Q(other=person)).values_list("person_id", "other_id")
    return {either for pair in pairs for either in pair} - {person.pk}


def is_blocked(person: Person, other: Person) -> bool:
    """Whether either blocked the other."""
    return Block.objects.filter(Q(person=person, other=other) | Q(person=other, other=person)).exists()


def proof_of_seeing(person: Person, other: Person, known_as: str) -> str:
    """Return a proof that a page has shown ``other`` to ``person``, under this name.

    Who may see whom is decided in areas above this one; their pages hand the proof out with the link.
    """
    return signing.dumps([person.code, other.code, known_as], salt=SALT)


def seen(person: Person, code: str, proof: str) -> tuple[Person, str]:
    """Return whom ``person`` was shown, and under which name; without a proof there is nobody."""
    try:
        viewer, shown, known_as = signing.loads(proof, salt=SALT)
    except signing.BadSignature as forged:
        raise Http404 from forged
    other = Person.objects.active().filter(code=code).first()
    if other is None or (viewer, shown) != (person.code, code):
        raise Http404
    return other, known_as
