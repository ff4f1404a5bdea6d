"""``assign``: the best pairs there are, with a proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .assignment import Assignment
from .errors import InputError
from .order import colours, drawn
from .problem import Key
from .settling import First, settle, terms_of, unsorted
from .table import FORBIDDEN, Table, read

Ints = NDArray[np.int64]


def assign(
    fit: ArrayLike,
    capacity: ArrayLike,
    *,
    allowed: ArrayLike | None = None,
    floor: float | None = None,
    fixed: Sequence[tuple[int, int]] = (),
    demand: ArrayLike = 1,
    first: First = "people",
    people: Sequence[Key] | None = None,
    mentors: Sequence[Key] | None = None,
    wait: ArrayLike | None = None,
    seed: int = 0,
    tolerance: float = 0.0,
    stop: Callable[[], bool] | None = None,
) -> Assignment:
    """The pairs with the largest total fit.

    ``fit`` (n, m): numbers, or a SciPy sparse array whose stored entries are the allowed pairs; any unit,
    kept to nine digits (whole numbers below 2 ** 30 exactly). ``capacity`` (m,): places of each mentor.
    ``allowed`` (n, m): which pairs may be made. ``floor``: no pair below it. ``fixed``: pairs that are made
    already; they use places and are part of the answer. ``demand`` (n,) or one number: mentors wanted by each
    mentee (a circle of advisers). ``first="people"``: as many people as possible, then as many pairs, then
    the largest total; ``first="fit"``: the largest total alone, which leaves out pairs below zero.

    ``wait`` (n,): among answers that are equal so far, longer waits are served first. Ties that are left
    are broken by ``seed`` and the people (``people`` and ``mentors`` are their keys; without keys a person is
    known by their row's fits), never by the order of rows. ``tolerance``: stop once the total is certified to
    be within this share of the best; 0 is exact. ``stop`` is asked now and then.

    Raises ``InputError`` for shapes that do not fit, NaN, negative places, and fixed pairs that are
    forbidden or more than there are places for; ``flow.Cancelled`` when ``stop`` says yes.
    """
    table = read(fit, allowed=allowed, floor=floor)
    places, wanted = sides(table.shape, capacity, demand)
    cells, places, wanted = take_fixed(table.cells, places, wanted, fixed)
    rows, columns = standing(cells, people, mentors, waits(wait, len(wanted)), seed)
    made = fits_of(fixed, table)
    ordered, shape = Table(cells[np.ix_(rows, columns)], table.scale), table.shape
    del table, cells  # as large as what is looked at from here on
    terms = terms_of(ordered, wanted[rows], places[columns], first, waits(wait, len(wanted))[rows])
    answer = settle(ordered, terms, tolerance=tolerance, stop=stop)
    answer = unsorted(answer, rows, columns, shape)
    return with_fixed(answer, fixed, made, np.asarray(capacity, dtype=np.int64))


def sides(shape: tuple[int, int], capacity: ArrayLike, demand: ArrayLike) -> tuple[Ints, Ints]:
    """Places and demand as whole numbers, checked."""
    places = _whole(capacity, shape[1], "capacity")
    wanted = np.broadcast_to(np.asarray(demand), (shape[0],)) if np.ndim(demand) == 0 else demand
    return places, _whole(wanted, shape[0], "demand")


def _whole(values: ArrayLike, size: int, name: str) -> Ints:
    numbers = np.asarray(values)
    if numbers.shape != (size,):
        raise InputError("shape", f"{name} has {numbers.size} numbers; {size} are needed.")
    if numbers.size and (not np.isfinite(numbers.astype(float)).all() or (numbers != np.rint(numbers)).any()):
        raise InputError(name, f"{name} must be whole numbers.")
    if (numbers < 0).any():
        raise InputError(name, f"{name} cannot be negative: row {int(np.argmax(numbers < 0))} is.")
    return np.asarray(np.minimum(numbers, 1 << 40), dtype=np.int64)


def waits(wait: ArrayLike | None, size: int) -> Ints:
    """Waits as ranks from 0 (the shortest), at most 255 of them."""
    if wait is None:
        return np.zeros(size, dtype=np.int64)
    numbers = np.asarray(wait, dtype=float)
    if numbers.shape != (size,) or not np.isfinite(numbers).all():
        raise InputError("wait", "There must be one wait, a number, for each mentee.")
    rank = np.unique(numbers, return_inverse=True)[1]
    return np.asarray(rank * 255 // max(255, int(rank.max(initial=0))), dtype=np.int64)


def take_fixed(
    cells: Ints, places: Ints, wanted: Ints, fixed: Sequence[tuple[int, int]]
) -> tuple[Ints, Ints, Ints]:
    """What is left to decide once the fixed pairs are made; a contradiction is named."""
    if not fixed:
        return cells, places, wanted
    cells, places, wanted = cells.copy(), places.copy(), wanted.copy()
    for mentee, mentor in fixed:
        if not (0 <= mentee < cells.shape[0] and 0 <= mentor < cells.shape[1]):
            raise InputError("stranger", f"The fixed pair ({mentee}, {mentor}) names nobody.")
        if cells[mentee, mentor] == FORBIDDEN:
            raise InputError(
                "contradiction", f"The pair ({mentee}, {mentor}) must be made and must not be made.",
                mentee=mentee, mentor=mentor,
            )  # fmt: skip
        places[mentor] -= 1
        wanted[mentee] -= 1
        cells[mentee, mentor] = FORBIDDEN
        if places[mentor] < 0:
            raise InputError("fixed", f"Mentor {mentor} has more fixed pairs than places.", mentor=mentor)
        if wanted[mentee] < 0:
            raise InputError("fixed", f"Mentee {mentee} has more fixed pairs than wanted.", mentee=mentee)
    return cells, places, wanted


def fits_of(fixed: Sequence[tuple[int, int]], table: Table) -> NDArray[np.float64]:
    """What the fixed pairs are worth to the caller."""
    made = np.array(fixed, dtype=np.int64).reshape(-1, 2)
    return table.fits(made[:, 0], made[:, 1]) / table.scale


def with_fixed(
    answer: Assignment, fixed: Sequence[tuple[int, int]], worth: NDArray[np.float64], capacity: Ints
) -> Assignment:
    """The answer with the fixed pairs put back."""
    if not fixed:
        return replace(answer, capacity=capacity)
    made = np.array(fixed, dtype=np.int64).reshape(-1, 2)
    pairs, fits = np.vstack([answer.pairs, made]), np.concatenate([answer.fits, worth])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    bound = answer.bound + float(worth.sum())
    return replace(answer, pairs=pairs[order], fits=fits[order], bound=bound, capacity=capacity)


def standing(
    cells: Ints, people: Sequence[Key] | None, mentors: Sequence[Key] | None, wait: Ints, seed: int
) -> tuple[Ints, Ints]:
    """The order in which people are looked at: longest wait first, then by lot."""
    if people is None or mentors is None:
        row, column = colours(np.ascontiguousarray(cells))
    else:
        row, column = (np.zeros(size, dtype=np.uint64) for size in cells.shape)
    return np.lexsort((drawn(people, row, seed), -wait)), np.argsort(
        drawn(mentors, column, seed), kind="stable"
    )
