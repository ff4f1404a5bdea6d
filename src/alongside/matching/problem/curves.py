"""The price of fairness in a round: what the total loses while the worst-off pair is raised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from pairing import Assignment, Problem

from .deciding import Asked, rules_of, solved, weighed


@dataclass(frozen=True, slots=True)
class Step:
    """One point of the curve: with nobody below ``floor`` points, so many people, this total, this worst-off."""

    floor: float
    people: int
    total: float
    worst: float


def curve(base: Problem, asked: Asked, *, steps: int, stop: Callable[[], bool] | None = None) -> list[Step]:
    """Total against worst-off: from the largest total, the floor raised step by step as far as it goes.

    Without more people left out than at the start; each point is the largest total above its floor.
    """
    problem = base.changed(weights=weighed(asked.weights), rules=rules_of(asked.rules))
    first = solved(problem, replace(asked, aim="total"), stop=stop)
    last = solved(problem, replace(asked, aim="worst-off"), stop=stop)
    if not first.fits.size:
        return []
    ends = float(first.fits.min()), float(last.fits.min())
    points = [_step(first)]
    for floor in np.linspace(*ends, steps + 1)[1:-1] if ends[1] > ends[0] else ():
        raised = problem.changed(rules=replace(problem.rules, floor=round(float(floor), 2)))
        points.append(_step(solved(raised, replace(asked, aim="total"), stop=stop)))
    points.append(_step(last))
    return sorted({(one.worst, one.total): one for one in points}.values(), key=lambda one: one.worst)


def _step(answer: Assignment) -> Step:
    worst = float(answer.fits.min())
    return Step(worst, answer.people, answer.total, worst)
