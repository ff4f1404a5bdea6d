"""Reading decisions, and what two roles expect, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks.queries import framework_here, targets_of
from alongside.growth.skills.models import Skill
from alongside.growth.skills.queries import Rated, areas_of

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


def two_of(roles: list[str]) -> dict[str, str]:
    """The two roles that are shown before somebody chooses: the second and the third of the ladder."""
    known = [*roles, "", ""]
    first = min(1, max(0, len(roles) - 2))
    return {"now": known[first], "next": known[first + 1]}


def side_by_side(
    person: Person, now: str, next: str, organisation: Organisation | None = None
) -> list[tuple[str, list[Expected]]]:
    """The skills area by area with the targets of two roles, the organisation's own where it set one.

    A role that the framework does not know expects 1.
    """
    areas = areas_of(person, framework_here(organisation))
    expected = targets_of([one.skill for area in areas for one in area.skills], organisation)
    rows = [
        (area.name, _expected(one, expected[one.skill.key], now, next))
        for area in areas
        for one in area.skills
    ]
    return [(name, [row for _area, row in group]) for name, group in groupby(rows, lambda row: row[0])]


def _expected(one: Rated, roles: dict[str, int], now: str, next: str) -> Expected:
    return Expected(one.skill, roles.get(now, 1), roles.get(next, 1), one.level)


def shown(decision: CareerDecision) -> dict[str, Any]:  # Any: what a page shows
    """Everything of the page of a decision."""
    return {"decision": decision, "preset": preset_of(decision.preset), "weighed": weighed(decision)}
