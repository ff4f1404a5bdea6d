"""Reading goals: a mentee's quarters with their T-scores, and what one mentorship shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from alongside.accounts.persons.models import Person

from . import gas, quarters
from .models import Goal

BEFORE = -2
"""Where a goal stands before anything moved: the first level."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """The goals of one quarter and how they came out together."""

    key: str
    goals: list[Goal]

    @property
    def name(self) -> str:
        """The quarter as people say it."""
        return quarters.spoken(self.key)

    @property
    def done(self) -> int:
        """How many are completed."""
        return len(_scored(self.goals))

    @property
    def t_score(self) -> int | None:
        """The T-score of the completed ones, rounded; 50 is as expected."""
        score = gas.t_score(_scored(self.goals))
        return None if score is None else round(score)


def by_quarter(person: Person) -> list[Quarter]:
    """The person's own goals as a mentee, the newest quarter first, in two queries."""
    return quartered(Goal.objects.visible_to(person).filter(mentee=person).for_list())


def quartered(goals: Iterable[Goal]) -> list[Quarter]:
    """Goals in their quarters."""
    return [Quarter(key, list(rows)) for key, rows in groupby(goals, lambda goal: goal.quarter)]


def reached(goal: Goal) -> int | None:
    """The level: the score of a completed goal, otherwise the last one that the mentee told."""
    if goal.score is not None:
        return goal.score
    told = [entry.level for entry in goal.progress.all() if entry.level is not None]
    return told[-1] if told else None


def _scored(goals: Iterable[Goal]) -> list[tuple[float, int]]:
    return [(goal.weight, goal.score) for goal in goals if goal.score is not None]
