"""``fair``: raise those who are worst off, or even out the load, and say what it costs.

* "worst-off": no floor is higher at which as many people can be matched; then the largest total above it.
* "leximin": the worst-off pair as well off as can be, then the next, and so on to the last: exact (``leximin``) up to
  EXACT pairs with one mentor each. Beyond, and where the tolerance does not pay for it, the same floor and a steeply
  concave worth, which serves the worse-off first all the way up (an approximation, after the isoelastic welfare of
  Atkinson 1970); the answer then says that it is not ``exact``.
* "even-load": as even a load of the mentors as the tolerance pays for, by a rising price of further places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .assignment import Assignment
from .compiled import AVAILABLE as COMPILED
from .errors import InputError
from .leximin import leximin
from .settling import settle, terms_of, unsorted
from .solve import assign, fits_of, sides, standing, take_fixed, waits, with_fixed
from .table import FORBIDDEN, Table, read

Aim = Literal["worst-off", "leximin", "even-load"]
CONCAVITY = 8
EXACT = 250_000
"""Pairs up to which leximin is worked out exactly."""


def fair(
    fit: ArrayLike,
    capacity: ArrayLike,
    *,
    aim: Aim = "worst-off",
    tolerance: float | None = None,
    **wanted: Any,  # what ``assign`` takes, handed on
) -> Assignment:
    """The fairest assignment that gives up at most ``tolerance`` of the best total (None: whatever it takes).

    Takes what ``assign`` takes. ``price_of_fairness`` of the answer is what the total gives up.
    """
    if tolerance is not None and not 0 <= tolerance <= 1:
        raise InputError("tolerance", "The tolerance is a share from 0 to 1.")
    best = assign(fit, capacity, **wanted)
    if aim == "even-load":
        answer = _even_load(fit, capacity, best, tolerance, wanted)
    elif aim in ("worst-off", "leximin"):
        exact = _exact_leximin(fit, capacity, best, wanted) if aim == "leximin" else None
        if exact is not None and _affordable(exact, best, tolerance):
            return replace(exact, best_total=best.total)
        answer = _worst_off(fit, capacity, best, tolerance, wanted)
        if aim == "leximin":
            answer = replace(_leximin(fit, capacity, best, answer, tolerance, wanted), exact=False)
    else:
        raise InputError("aim", 'aim is "worst-off", "leximin" or "even-load".')
    return replace(answer, best_total=best.total)


def _affordable(answer: Assignment, best: Assignment, tolerance: float | None) -> bool:
    if (answer.people, len(answer.pairs)) != (best.people, len(best.pairs)):
        return False
    return tolerance is None or answer.total >= best.total - tolerance * abs(best.total) - 1e-9


def _worst_off(
    fit: ArrayLike, capacity: ArrayLike, best: Assignment, tolerance: float | None, wanted: dict[str, Any]
) -> Assignment:
    """The highest floor by bisection over the fits there are: what a floor allows, a lower one allows."""
    if not len(best.pairs):
        return best
    table = read(fit, allowed=wanted.get("allowed"), floor=wanted.get("floor"))
    floors = np.unique(table.cells[table.cells != FORBIDDEN]) / table.scale
    floors = floors[floors > best.fits.min()]
    kept, low, high = best, 0, floors.size
    while low < high:
        middle = (low + high) // 2
        trial = _with_floor(fit, capacity, float(floors[middle]), wanted)
        if trial is not None and _affordable(trial, best, tolerance):
            kept, low = trial, middle + 1
        else:
            high = middle
    return kept


def _with_floor(
    fit: ArrayLike, capacity: ArrayLike, floor: float, wanted: dict[str, Any]
) -> Assignment | None:
    try:
        return assign(fit, capacity, **{**wanted, "floor": floor - 1e-12 * max(1.0, abs(floor))})
    except InputError as refusal:
        if refusal.code == "contradiction":  # a fixed pair lies below this floor
            return None
        raise


def _exact_leximin(
    fit: ArrayLike, capacity: ArrayLike, best: Assignment, wanted: dict[str, Any]
) -> Assignment | None:
    """Every pair in its turn; None where that would take too long, or is not the question."""
    if not len(best.pairs):
        return best
    table = read(fit, allowed=wanted.get("allowed"), floor=wanted.get("floor"))
    places, demand = sides(table.shape, capacity, wanted.get("demand", 1))
    large = table.cells.size > (EXACT if COMPILED else EXACT // 100)
    if large or (demand > 1).any() or wanted.get("first", "people") != "people":
        return None
    fixed, wait = wanted.get("fixed", ()), waits(wanted.get("wait"), demand.size)
    cells, places, demand = take_fixed(table.cells, places, demand, fixed)
    rows, columns = standing(cells, wanted.get("people"), wanted.get("mentors"), wait, wanted.get("seed", 0))
    asked = demand[rows], wait[rows], wanted.get("stop") or (lambda: False)
    mentor = leximin(cells[np.ix_(rows, columns)], FORBIDDEN, places[columns], *asked)
    made = np.flatnonzero(mentor >= 0)
    pairs = np.stack([rows[made], columns[mentor[made]]], axis=1)
    pairs = pairs[np.argsort(pairs[:, 0])]
    fits = table.fits(pairs[:, 0], pairs[:, 1]) / table.scale
    answer = with_fixed(
        Assignment(pairs, fits, table.shape, places), fixed, fits_of(fixed, table), np.asarray(capacity)
    )
    return replace(answer, bound=best.bound, certain=best.certain)


def _leximin(
    fit: ArrayLike, capacity: ArrayLike, best: Assignment, floored: Assignment,
    tolerance: float | None, wanted: dict[str, Any],
) -> Assignment:  # fmt: skip
    """The flattest of a few concave worths that can still be paid for."""
    table = read(fit, allowed=wanted.get("allowed"), floor=float(floored.fits.min()) - 1e-12)
    values = np.where(table.cells == FORBIDDEN, -np.inf, table.cells / table.scale)
    low, high = float(values[values > -np.inf].min()), float(values.max())
    share = (values - low) / max(high - low, 1e-12)
    for power in range(CONCAVITY, 1, -1):
        worth = np.where(values > -np.inf, 1 - (1 - share) ** power, -np.inf)
        trial = assign(worth, capacity, **{**wanted, "allowed": None, "floor": None})
        true = values[trial.pairs[:, 0], trial.pairs[:, 1]]
        trial = replace(trial, fits=true, bound=best.bound)
        if _affordable(trial, best, tolerance):
            return trial
    return floored


def _even_load(
    fit: ArrayLike, capacity: ArrayLike, best: Assignment, tolerance: float | None, wanted: dict[str, Any]
) -> Assignment:
    """The dearest price of further places whose total can still be paid for."""
    known = {"allowed", "floor", "demand", "first", "people", "mentors", "wait", "seed"}
    if set(wanted) - known:
        raise InputError("aim", "An even load cannot be combined with fixed pairs.")
    call, most = _loaded(fit, capacity, wanted)
    kept, low, high = best, 0, most
    while low < high:
        middle = (low + high + 1) // 2
        trial = call(middle)
        if _affordable(trial, best, tolerance):
            kept, low = trial, middle
        else:
            high = middle - 1
    return kept


def _loaded(
    fit: ArrayLike, capacity: ArrayLike, wanted: dict[str, Any]
) -> tuple[Callable[[int], Assignment], int]:
    """Assignments with a price on every further place, and the highest price that can matter."""
    table = read(fit, allowed=wanted.get("allowed"), floor=wanted.get("floor"))
    places, demand = sides(table.shape, capacity, wanted.get("demand", 1))
    wait = waits(wanted.get("wait"), demand.size)
    keys = wanted.get("people"), wanted.get("mentors")
    rows, columns = standing(table.cells, *keys, wait, wanted.get("seed", 0))
    ordered = Table(table.cells[np.ix_(rows, columns)], table.scale)
    terms = terms_of(ordered, demand[rows], places[columns], wanted.get("first", "people"), wait[rows])
    most = 2 * int(np.abs(table.cells[table.cells != FORBIDDEN]).max(initial=0)) * terms.factor + 1

    def call(load: int) -> Assignment:
        answer = settle(ordered, replace(terms, load=load), start=ordered.everything(), tolerance=np.inf)
        return unsorted(answer, rows, columns, table.shape)

    return call, most


def gini(load: Sequence[int] | NDArray[np.int64]) -> float:
    """How unevenly a load is spread: 0 all alike, towards 1 all on one (Gini 1912)."""
    amounts = np.sort(np.asarray(load, dtype=float))
    if not amounts.size or not amounts.sum():
        return 0.0
    place = np.arange(1, amounts.size + 1)
    return float((2 * place - amounts.size - 1) @ amounts / (amounts.size * amounts.sum()))
