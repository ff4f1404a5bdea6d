"""Who may do what with evidence."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Evidence


@rule(Evidence)
def can_keep(person: Person, evidence: Evidence) -> bool:
    """Everybody keeps, changes and removes evidence of their own; nobody else does, in no role."""
    return evidence.person_id == person.pk
