"""Which skills come first: the gap times the importance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks.queries import role_of, targets_of
from alongside.growth.skills.models import Skill
from alongside.growth.skills.queries import areas_of, default_skills

from .practising import Wish, wishes_of

MONTHS = 3
AT_MOST = 3
"""Skills in one quarter."""
HIGH = 4
"""From this target on a skill weighs one more."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One skill, how far it is, and how much it matters."""

    skill: Skill
    level: int
    target: int
    priority: int

    @property
    def gap(self) -> int:
        """Levels from here to the target."""
        return max(0, self.target - self.level)

    @property
    def importance(self) -> int:
        """From 1 to 5: one, the brief's priority (0 to 3), and one more for a target of 4 or above."""
        return 1 + self.priority + (1 if self.target >= HIGH else 0)

    @property
    def weight(self) -> int:
        """The gap times the importance."""
        return self.gap * self.importance


def suggestions_for(person: Person, organisation: Organisation | None) -> list[Suggestion]:
    """Every skill with a gap, the heaviest first, then in the framework's order.

    The target is the brief's where the brief names the skill, otherwise what the chosen role expects. A skill of
    which the person has not said where they stand counts from 0, but only if the brief wants it.
    """
    skills = default_skills()
    role = role_of(person, skills[0].framework) if skills else ""
    expected = targets_of(skills, organisation) if role else {}
    wishes = wishes_of(person)
    found = []
    for one in (rated for area in areas_of(person) for rated in area.skills):
        wish = wishes.get(one.skill.pk)
        if one.level or wish:
            found.append(
                _suggested(one.skill, one.level or 0, wish, expected.get(one.skill.key, {}).get(role, 0))
            )
    return sorted((one for one in found if one.gap), key=lambda one: -one.weight)


def _suggested(skill: Skill, level: int, wish: Wish | None, expected: int) -> Suggestion:
    return Suggestion(skill, level, wish.target if wish else expected, wish.priority if wish else 0)


def quarter_from(day: dt.date, ahead: int = 0) -> tuple[dt.date, dt.date]:
    """The first and the last day of the quarter that holds ``day``, or of one that comes after it."""
    first = dt.date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1)
    for _step in range(ahead):
        first = _after(first)
    return first, _after(first) - dt.timedelta(days=1)


def _after(first: dt.date) -> dt.date:
    month = first.month + MONTHS
    return dt.date(first.year + (month > 12), (month - 1) % 12 + 1, 1)
