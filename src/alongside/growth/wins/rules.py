"""Who may do what with a win."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Win


@rule(Win)
def can_tell(person: Person, win: Win) -> bool:
    """Everybody waits for, tells, shows and removes wins of their own; nobody else sees them, in no role."""
    return win.person_id == person.pk


@rule(Win)
def can_ask(person: Person | None, win: Win) -> bool:
    """Only time itself asks what came of something, and only while it is waited for."""
    return person is None and win.told_at is None
