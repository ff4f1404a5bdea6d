"""Reading profiles."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person

from .models import Profile, findable


def findable_by(person: Person) -> models.QuerySet[Person]:
    """The people whom ``person`` may find, as one query that can be filtered further."""
    return Person.objects.filter(findable(person))


def profile_of(person: Person) -> Profile:
    """The person's profile, made when it is first asked for."""
    return Profile.objects.get_or_create(person=person)[0]
