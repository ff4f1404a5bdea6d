"""Who may do what to a brief."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Brief


@rule(Brief)
def can_begin(person: Person, brief: Brief) -> bool:
    """Everybody begins briefs of their own."""
    return brief.person_id == person.pk


@rule(Brief)
def can_answer(person: Person, brief: Brief) -> bool:
    """Only the person who seeks says what they seek."""
    return brief.person_id == person.pk


@rule(Brief)
def can_finish(person: Person, brief: Brief) -> bool:
    """Only the person who seeks says that it is complete."""
    return brief.person_id == person.pk


@rule(Brief)
def can_close(person: Person, brief: Brief) -> bool:
    """Only the person who seeks puts it away."""
    return brief.person_id == person.pk
