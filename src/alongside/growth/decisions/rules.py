"""Who may do what with a career decision."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import CareerDecision


@rule(CareerDecision)
def can_decide(person: Person, decision: CareerDecision) -> bool:
    """Everybody asks, weighs, decides and looks back for themself; nobody else sees it, in no role."""
    return decision.person_id == person.pk


@rule(CareerDecision)
def can_ask(person: Person | None, decision: CareerDecision) -> bool:
    """Only time itself asks what came of a decision, and only once it is taken."""
    return person is None and decision.decided_at is not None
