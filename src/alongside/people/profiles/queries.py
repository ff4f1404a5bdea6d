"""Reading profiles."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept

from .models import Profile, findable


def findable_by(person: Person) -> models.QuerySet[Person]:
    """The people whom ``person`` may find, as one query that can be filtered further."""
    return Person.objects.filter(findable(person))


def found_by(person: Person, code: str) -> Profile | None:
    """The profile of somebody else whom ``person`` may find, with who it is and what they offer."""
    return _found.first(person.pk, code)


def _found_of(person: int, code: str) -> models.QuerySet[Profile]:
    reader = Person(pk=person)
    others = Profile.objects.visible_to(reader).of_others(reader)
    return others.with_offer().filter(person__code=code)


_found = Kept(_found_of)


def profile_of(person: Person) -> Profile:
    """The person's profile, made when it is first asked for."""
    return Profile.objects.get_or_create(person=person)[0]
