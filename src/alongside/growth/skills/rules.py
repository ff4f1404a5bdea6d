"""Who may say where somebody stands in a skill."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import SkillLevel


@rule(SkillLevel)
def can_rate(person: Person, level: SkillLevel) -> bool:
    """Only the person rates themself, and not any more in a framework that was withdrawn."""
    return level.person_id == person.pk and level.skill.framework.withdrawn_at is None
