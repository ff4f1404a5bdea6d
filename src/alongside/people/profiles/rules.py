"""Who may do what to a profile."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Profile


@rule(Profile)
def can_begin(person: Person, profile: Profile) -> bool:
    """A profile begins with the person's own yes to the code of conduct."""
    return profile.person_id == person.pk and person.is_active


@rule(Profile)
def can_change(person: Person, profile: Profile) -> bool:
    """Only the person changes their own profile."""
    return profile.person_id == person.pk
