"""Which skills come first: the gap times the importance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks.queries import role_of, skills_here, targets_of
from alongside.growth.skills.counting import BEST, on_scale, placed
from alongside.growth.skills.models import Skill
from alongside.growth.skills.queries import areas_of, codes_of

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
    skills = skills_here(organisation)
    framework = skills[0].framework
    role = role_of(person, framework)
    expected = targets_of(skills, organisation) if role else {}
    wishes = _by_code(wishes_of(person), framework.best)
    found = []
    for one in (rated for area in areas_of(person, framework) for rated in area.skills):
        wish = wishes.get(one.skill.counts_as_id or one.skill.pk)
        if one.level or wish:
            found.append(
                _suggested(one.skill, one.level or 0, wish, expected.get(one.skill.key, {}).get(role, 0))
            )
    return sorted((one for one in found if one.gap), key=lambda one: -one.weight)


def _by_code(wishes: dict[int, Wish], best: int) -> dict[int, Wish]:
    """What a brief wants, by what its skills count as, on a scale up to ``best``."""
    codes = codes_of(wishes)
    found = {}
    for skill, wish in sorted(wishes.items(), key=lambda item: item[1].priority):
        code, target = placed(skill, wish.target, codes)
        found[code] = Wish(wish.priority, on_scale(target, BEST, best))
    return found


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
