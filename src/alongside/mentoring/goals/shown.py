"""What the pages of goals show."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person

from . import chart, quarters, queries
from .levels import SCORES, named
from .models import Goal, Progress


def one(goal: Goal, reader: Person) -> dict[str, Any]:
    """The page of one goal."""
    entries: list[Progress] = list(goal.progress.all())
    told = [(entry.created_at.astimezone(reader.zone).date(), entry.level) for entry in entries]
    reached = queries.reached(goal)
    return {
        "goal": goal,
        "levels": levels_of(goal, reached),
        "reached_name": named(reached),
        "entries": [(entry, named(entry.level)) for entry in reversed(entries)],
        "way": chart.way([(day, level) for day, level in told if level is not None]),
        "quarter": quarters.spoken(goal.quarter),
        "until": quarters.last_day(goal.quarter),
    }


def levels_of(goal: Goal, reached: int | None) -> list[dict[str, Any]]:
    """The five levels, the best first, and which of them is reached."""
    rows = zip(SCORES, goal.level_texts, strict=False)
    return [
        {"level": level, "name": name, "text": text, "is_reached": level == reached}
        for (level, name), text in reversed(list(rows))
    ]
