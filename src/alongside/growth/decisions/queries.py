"""Reading decisions, and what two roles expect, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.growth.skills.queries import areas_of

from .models import CareerDecision
from .presets import preset_of
from .sheets import weighed


@dataclass(frozen=True, slots=True)
class Expected:
    """What two roles expect in one skill, and where the person stands."""

    skill: Skill
    now: int
    next: int
    level: int | None

    @property
    def words(self) -> str:
        """What somebody in the second role does, in the framework's words."""
        return str(self.skill.descriptors[self.next - 1])

    @property
    def more(self) -> int:
        """How many levels the second role expects above the first."""
        return self.next - self.now

    @property
    def missing(self) -> int:
        """How many levels the person is below the second role; none for what was not said."""
        return max(0, self.next - self.level) if self.level else 0


def side_by_side(person: Person, now: str, next: str) -> list[tuple[str, list[Expected]]]:
    """The skills area by area with the targets of two roles; a role that the framework does not know expects 1."""
    rows = [
        (area.name, Expected(one.skill, _target(one.skill, now), _target(one.skill, next), one.level))
        for area in areas_of(person)
        for one in area.skills
    ]
    return [(name, [row for _area, row in group]) for name, group in groupby(rows, lambda row: row[0])]


def _target(skill: Skill, role: str) -> int:
    return int(skill.role_targets.get(role, 1))


def shown(decision: CareerDecision) -> dict[str, Any]:  # Any: what a page shows
    """Everything of the page of a decision."""
    return {"decision": decision, "preset": preset_of(decision.preset), "weighed": weighed(decision)}
