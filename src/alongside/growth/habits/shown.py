"""The page of one's practice as a mentor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar

from . import queries
from .models import SelfCheck
from .statements import BY_KEY, GROUPS, HIGHEST, means, weakest


def page_of(person: Person) -> dict[str, Any]:
    """Self-checks then and now, the habit of this month, and those before."""
    checks, habits = queries.checks_of(person), queries.habits_of(person)
    current = next((habit for habit in habits if habit.ended_at is None), None)
    newest = checks[-1] if checks else None
    return {
        "newest": newest,
        "rows": _rows(checks),
        "picture": _picture(newest) if newest else None,
        "current": current,
        "current_group": BY_KEY[current.group].name if current else "",
        "past": [(habit, BY_KEY[habit.group].name) for habit in habits if habit.ended_at],
        "proposed": weakest(newest.values) if newest and not current else None,
    }


def first_habit(person: Person) -> dict[str, str]:
    """What the form proposes: the habit of the group with the lowest mean."""
    checks = queries.checks_of(person)
    group = weakest(checks[-1].values) if checks else GROUPS[0]
    return {"group": group.key, "text": str(group.habit)}


def _rows(checks: list[SelfCheck]) -> list[tuple[Any, float | None, float]]:
    """Each group with its first and its newest mean."""
    if not checks:
        return []
    then, now = means(checks[0].values), means(checks[-1].values)
    several = len(checks) > 1
    return [(group.name, then[group.key] if several else None, now[group.key]) for group in GROUPS]


def _picture(newest: SelfCheck) -> Chart:
    found = means(newest.values)
    axes = [(str(number), str(group.name), found[group.key]) for number, group in enumerate(GROUPS, 1)]
    return radar(_("Your practice now"), axes, best=HIGHEST, head=[_("Group"), _("Mean of 1 to 5")])
