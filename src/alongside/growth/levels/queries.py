"""Reading levels over time, and the sittings in which somebody says where they stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Framework, Skill
from alongside.growth.skills.queries import Area, Rated, areas_of
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar
from alongside.kit.clock import now

from .models import LevelChange

AT_ONCE = 6
"""Skills in one sitting."""
USUAL = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Line:
    """One skill then and now."""

    skill: Skill
    then: LevelChange | None
    now: LevelChange | None

    @property
    def moved(self) -> int:
        """By how many levels, up or down; nothing where one of them was not said."""
        before = self.then.level if self.then else None
        after = self.now.level if self.now else None
        return after - before if before and after else 0


@dataclass(frozen=True, slots=True)
class History:
    """Every skill that was ever said, then and now, and each change."""

    day: dt.date
    lines: list[Line]
    changes: list[LevelChange]
    chart: Chart | None


def sittings_of(person: Person, framework: Framework | None = None) -> list[Area]:
    """The skills of a framework (the default one), six at a time, in its order."""
    every = [one for area in areas_of(person, framework) for one in area.skills]
    parts = [every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE)]
    return [Area(str(number), _names(part), part) for number, part in enumerate(parts, start=1)]


def _names(part: list[Rated]) -> str:
    """The areas that a sitting touches."""
    return ", ".join(name for name, _skills in groupby(part, lambda one: one.skill.area))


def history_of(person: Person, day: dt.date | None = None, framework: Framework | None = None) -> History:
    """What changed since a day (three months ago, or the first day there is), in two queries."""
    rows = LevelChange.objects.visible_to(person).filter(
        **{"skill__framework": framework} if framework else {"skill__framework__is_default": True}
    )
    changes = list(rows.select_related("skill__framework").order_by("created_at", "pk"))
    first = changes[0].created_at.date() if changes else now().date()
    day = day or max((now() - USUAL).date(), first)
    told = {one.skill_id: one for one in changes}
    then = {one.skill_id: one for one in changes if one.created_at.date() <= day}
    skills = {one.skill_id: one.skill for one in changes}
    ordered = sorted(skills.values(), key=lambda skill: skill.place)
    lines = [Line(skill, then.get(skill.pk), told.get(skill.pk)) for skill in ordered]
    return History(day, lines, changes[::-1], _chart(lines))


def _chart(lines: list[Line]) -> Chart | None:
    """Every skill then and now: to see the shape, never to compare people; nothing is averaged."""
    if not lines:
        return None
    axes = [(one.skill.key, one.skill.name, one.now.level if one.now else None) for one in lines]
    before = [one.then.level if one.then else None for one in lines]
    title, best = _("Level by skill, then and now"), lines[0].skill.framework.best
    return radar(title, axes, best=best, head=[_("Skill"), _("Then"), _("Now")], then=before)
