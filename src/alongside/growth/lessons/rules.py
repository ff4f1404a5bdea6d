"""Who may go through a lesson."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Attended


@rule(Attended)
def can_attend(person: Person, attended: Attended) -> bool:
    """Everybody for themself."""
    return attended.person_id == person.pk
