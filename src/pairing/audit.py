"""``audit``: what a coordinator may ask of an assignment before it is published."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .assignment import Assignment
from .errors import InputError
from .fair import gini
from .table import FORBIDDEN, Ints, Table, read

SMALLEST = 5
"""Groups of fewer people are not shown."""


@dataclass(frozen=True, slots=True)
class Group:
    """One opt-in group: how many people, how many of them matched, their mean fit; None when suppressed."""

    size: int | None
    matched: int | None
    mean_fit: float | None


@dataclass(frozen=True, slots=True)
class Audit:
    """Every figure with what it counts.

    ``blocking``: pairs who would both be better off with each other; ``blocked_people``: mentees in one.
    ``envious``: mentees who would fit another's mentor better than their own. ``worst``, ``mean``,
    ``spread`` (standard deviation) and ``deciles`` of the fits. ``load``: mentors by number of mentees;
    ``load_gini``: how unevenly mentors with places are loaded. ``groups``: opt-in groups; fewer than ``smallest``
    people are suppressed, and so is the next smallest group where the rest would follow by subtraction.
    ``group_gap``: the largest less the smallest mean fit of the groups that are shown.
    """

    people: int
    matched: int
    total: float
    blocking: int
    blocked_people: int
    envious: int
    worst: float | None
    mean: float | None
    spread: float | None
    deciles: tuple[float, ...]
    load: Mapping[int, int]
    load_gini: float
    groups: Mapping[Hashable, Group]
    group_gap: float | None


def audit(
    assignment: Assignment,
    fit: ArrayLike | None = None,
    *,
    allowed: ArrayLike | None = None,
    groups: Sequence[Hashable] | None = None,
    smallest: int = SMALLEST,
) -> Audit:
    """Look at an assignment from all sides.

    ``fit`` and ``allowed`` are those of ``assign``; without ``fit`` nothing is said of blocking and envy
    (they are 0). ``groups`` names the group of each mentee, or None for one who shared none.
    """
    blocking, blocked, envious = (0, 0, 0) if fit is None else _wishes(assignment, read(fit, allowed=allowed))
    fits, load = assignment.fits, assignment.load
    some = bool(fits.size)
    shown = _groups(assignment, groups, smallest) if groups is not None else {}
    means = [group.mean_fit for group in shown.values() if group.mean_fit is not None]
    return Audit(
        people=assignment.shape[0],
        matched=assignment.people,
        total=assignment.total,
        blocking=blocking,
        blocked_people=blocked,
        envious=envious,
        worst=float(fits.min()) if some else None,
        mean=float(fits.mean()) if some else None,
        spread=float(fits.std()) if some else None,
        deciles=tuple(float(value) for value in np.percentile(fits, range(0, 101, 10))) if some else (),
        load={
            int(count): int(mentors)
            for count, mentors in zip(*np.unique(load, return_counts=True), strict=True)
        },
        load_gini=gini(load[assignment.capacity > 0]),
        groups=shown,
        group_gap=max(means) - min(means) if len(means) > 1 else None,
    )


def _wishes(assignment: Assignment, table: Table) -> tuple[int, int, int]:
    """Blocking pairs, mentees in one, and mentees who envy."""
    cells = table.cells
    if cells.shape != assignment.shape:
        raise InputError("shape", f"The fits are {cells.shape}, but the assignment is {assignment.shape}.")
    mentee, mentor = assignment.pairs[:, 0], assignment.pairs[:, 1]
    far = np.iinfo(np.int64).max
    mine = np.full(cells.shape[0], far)
    np.minimum.at(mine, mentee, cells[mentee, mentor])
    mine[mine == far] = FORBIDDEN
    worst = np.full(cells.shape[1], far)
    np.minimum.at(worst, mentor, cells[mentee, mentor])
    full = assignment.load >= assignment.capacity
    worst = np.where(full, np.where(assignment.capacity == 0, far, worst), FORBIDDEN)
    better = cells > mine[:, None]
    better[mentee, mentor] = False
    blocking = better & (cells > worst[None, :])
    return int(blocking.sum()), int(blocking.any(axis=1).sum()), _envious(better, assignment.load)


def _envious(better: np.ndarray[tuple[int, int], np.dtype[np.bool_]], load: Ints) -> int:
    return int(better[:, load > 0].any(axis=1).sum())


def _groups(assignment: Assignment, groups: Sequence[Hashable], smallest: int) -> dict[Hashable, Group]:
    if len(groups) != assignment.shape[0]:
        raise InputError("shape", f"There are {len(groups)} groups for {assignment.shape[0]} mentees.")
    mean = np.full(len(groups), np.nan)
    mean[assignment.pairs[:, 0]] = assignment.fits
    members: dict[Hashable, list[int]] = {}
    for place, group in enumerate(groups):
        if group is not None:
            members.setdefault(group, []).append(place)
    hidden = _hidden({group: len(places) for group, places in members.items()}, smallest)
    return {
        group: Group(None, None, None) if group in hidden else _group(mean[places])
        for group, places in members.items()
    }


def _hidden(sizes: Mapping[Hashable, int], smallest: int) -> set[Hashable]:
    """Too small, and so many more that what follows by subtraction is of several groups and of enough people."""
    order = sorted(sizes, key=lambda group: (sizes[group], str(group)))
    small = sum(sizes[group] < smallest for group in order)
    count = max(2, small)
    if sum(sizes[group] for group in order[:count]) < smallest:
        count += 1
    return set(order[:count]) if small else set()


def _group(fits: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Group:
    matched = int(np.isfinite(fits).sum())
    return Group(fits.size, matched, float(np.nanmean(fits)) if matched else None)
