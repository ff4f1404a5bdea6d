"""Who may mark whom."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Mark


@rule(Mark)
def can_mark(person: Person, mark: Mark) -> bool:
    """Everybody saves and hides for themself."""
    return mark.person_id == person.pk
