"""Who may do what with a portfolio."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Case, Showing


@rule(Case)
def can_tell(person: Person, case: Case) -> bool:
    """Everybody tells, changes and removes cases of their own, and chooses which are shown."""
    return case.person_id == person.pk


@rule(Showing)
def can_show(person: Person, showing: Showing) -> bool:
    """Only the person makes a link to their portfolio, and withdraws it."""
    return showing.person_id == person.pk
