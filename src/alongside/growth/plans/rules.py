"""Who may do what with a plan."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Plan


@rule(Plan)
def can_make(person: Person, plan: Plan) -> bool:
    """Everybody makes, changes and removes plans of their own; nobody else sees them, in no role."""
    return plan.person_id == person.pk
