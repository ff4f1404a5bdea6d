"""Fits given as an array: checked, brought to whole numbers, and searched for candidates block by block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import late
from .cells import exceed_cells, pick_cells
from .compiled import AVAILABLE as COMPILED
from .errors import InputError

Ints = NDArray[np.int64]
Cells = NDArray[Any]
"""Whole numbers of 32 or 64 bits."""
Pairs = tuple[Ints, Ints, Ints]
"""Mentees, mentors and the whole-number fits of some pairs."""
FORBIDDEN = -(1 << 31)
"""Below every fit, and still a number of 32 bits."""
NONE = -(1 << 62)
BITS = 30
"""Fits keep at least this many binary digits."""
BLOCK = 1 << 21
"""Cells looked at together."""


@dataclass(frozen=True, eq=False)
class Table:
    """Whole-number fits (n, m), FORBIDDEN where a pair is ruled out; ``scale`` of them make one of the caller's."""

    cells: Cells
    scale: float

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees, mentors."""
        return self.cells.shape[0], self.cells.shape[1]

    def fits(self, mentee: Ints, mentor: Ints) -> Ints:
        """The whole-number fits of some pairs."""
        return self.cells[mentee, mentor].astype(np.int64)

    def largest(self) -> int:
        """The largest size of a fit, either way."""
        return self._largest

    @cached_property
    def _largest(self) -> int:
        lowest = int(self.cells.min(where=self.cells != FORBIDDEN, initial=0))
        return max(int(self.cells.max(initial=0)), -lowest)

    def everything(self) -> Pairs:
        """Every pair that is allowed."""
        mentee, mentor = np.nonzero(self.cells != FORBIDDEN)
        return mentee.astype(np.int64), mentor.astype(np.int64), self.fits(mentee, mentor)

    def best(self, each: int, back: int) -> Pairs:
        """The best ``each`` mentors of every mentee and the best ``back`` mentees of every mentor.

        Equals are told apart by a fixed scatter of the two places, so that not all of them name the same few.
        """
        if COMPILED:
            mine, theirs = self._picked(min(each, self.shape[1]), min(back, self.shape[0]))
        else:
            mine, theirs = _tops(self.cells, each, turned=False), _tops(self.cells.T, back, turned=True)
        mentee, mentor = np.concatenate([mine[0], theirs[1]]), np.concatenate([mine[1], theirs[0]])
        return mentee, mentor, self.fits(mentee, mentor)

    def _picked(self, each: int, back: int) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
        """The same places, by a compiled loop that goes over the cells once."""
        mine, theirs = (np.full(size, NONE) for size in ((self.shape[0], each), (self.shape[1], back)))
        mine_at, theirs_at = (np.full(keys.shape, -1, dtype=np.int32) for keys in (mine, theirs))
        pick_cells(self.cells, FORBIDDEN, mine, mine_at, theirs, theirs_at)
        return _places(mine_at), _places(theirs_at)

    def above(self, factor: int, price: Ints, bar: Ints, each: int) -> Pairs:
        """Pairs with ``fit * factor - price > bar`` of their mentee, the best ``each`` of every mentee."""
        if COMPILED:
            most = self.largest() * factor + int(np.abs(price).max(initial=0))
            shift = 10 if most < 1 << 50 else 0
            keys = np.full((self.shape[0], min(each, self.shape[1])), NONE)
            places = np.full(keys.shape, -1, dtype=np.int32)
            exceed_cells(self.cells, FORBIDDEN, factor, price, bar, shift, keys, places)
            mentee, mentor = _places(places)
            return mentee, mentor, self.fits(mentee, mentor)
        found: list[tuple[Ints, Ints]] = []
        for rows in _blocks(self.shape):
            cells = self.cells[rows].astype(np.int64)
            reduced = np.where(cells == FORBIDDEN, NONE, cells * factor - price)
            over = np.flatnonzero((reduced > bar[rows, None]).any(axis=1))
            mentee, mentor = _largest(_apart(reduced[over], over + rows.start), each)
            keep = reduced[over[mentee], mentor] > bar[rows][over[mentee]]
            found.append((over[mentee[keep]] + rows.start, mentor[keep]))
        mentee, mentor = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
        return mentee, mentor, self.fits(mentee, mentor)


def read(fit: ArrayLike, *, allowed: ArrayLike | None = None, floor: float | None = None) -> Table:
    """Check what was given and bring it to whole numbers. NaN is refused; minus infinity forbids a pair.

    It is gone through in blocks, twice, so that nothing but the whole numbers is as large as what was given.
    """
    values, present = _dense(fit)
    if allowed is not None:
        mask = np.asarray(allowed, dtype=bool)
        if mask.shape != values.shape:
            raise InputError("shape", f"allowed is {mask.shape}, but the fits are {values.shape}.")
        present = mask if present is None else present & mask
    blocks = _blocks((values.shape[0], values.shape[1]))

    def taken(rows: slice) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        some = np.ascontiguousarray(values[rows], dtype=np.float64)
        open_pairs = some != -np.inf
        if present is not None:
            open_pairs &= present[rows]
        _check(some, open_pairs, rows.start)
        if floor is not None:
            open_pairs &= some >= floor
        return np.where(open_pairs, some, 0), open_pairs

    scale = _scale(taken(rows)[0] for rows in blocks)
    cells = np.empty(values.shape, dtype=np.int32)
    for rows in blocks:
        inside, open_pairs = taken(rows)
        cells[rows] = inside if scale == 1.0 else np.rint(inside * scale)
        cells[rows][~open_pairs] = FORBIDDEN
    return Table(cells, scale)


def _dense(fit: object) -> tuple[NDArray[Any], NDArray[np.bool_] | None]:
    """The fits as they were given, and which pairs there are (None: all)."""
    if late.is_sparse(fit):
        pairs = late.sparse().coo_array(fit)
        pairs.sum_duplicates()
        values = np.zeros(pairs.shape)
        present = np.zeros(pairs.shape, dtype=bool)
        values[pairs.row, pairs.col] = pairs.data
        present[pairs.row, pairs.col] = True
        return values, present
    try:
        values = np.asarray(fit)
        if values.dtype.kind not in "fiub":
            values = values.astype(np.float64)
    except (TypeError, ValueError):
        raise InputError("shape", "The fits must be numbers, with rows of one length.") from None
    if values.size == 0 and values.ndim < 2:
        values = values.reshape(0, 0)
    if values.ndim != 2:
        raise InputError("shape", "The fits must have two dimensions: mentees and mentors.")
    return values, None


def _check(values: NDArray[np.float64], open_pairs: NDArray[np.bool_], first: int) -> None:
    wrong = open_pairs & ~np.isfinite(values)
    if wrong.any():
        mentee, mentor = (int(place) for place in np.argwhere(wrong)[0])
        raise InputError(
            "number", f"The fit of mentee {mentee + first} and mentor {mentor} is {values[mentee, mentor]}.",
            mentee=mentee + first, mentor=mentor,
        )  # fmt: skip


def _scale(blocks: Iterable[NDArray[np.float64]]) -> float:
    """1 for whole numbers; otherwise a power of ten that keeps BITS binary digits."""
    most, whole = 0.0, True
    for values in blocks:
        most = max(most, float(values.max(initial=0.0)), -float(values.min(initial=0.0)))
        whole = whole and bool((values == np.rint(values)).all())
    if whole and most < 1 << BITS:
        return 1.0
    return float(10.0 ** min(300.0, np.floor(np.log10(1 << BITS) - np.log10(most))))


def _blocks(shape: tuple[int, int]) -> list[slice]:
    step = max(1, BLOCK // max(1, shape[1]))
    return [slice(start, min(shape[0], start + step)) for start in range(0, shape[0], step)] or [slice(0, 0)]


def _places(found: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Rows and the columns that were found for them."""
    row, slot = np.nonzero(found >= 0)
    return row, found[row, slot].astype(np.int64)


def _tops(cells: Cells, count: int, *, turned: bool) -> tuple[Ints, Ints]:
    rows, columns = [], []
    for block in _blocks((cells.shape[0], cells.shape[1])):
        part = cells[block].astype(np.int64)
        place = np.arange(block.start, block.stop)[:, None], np.arange(cells.shape[1])[None, :]
        left, right = (place[1], place[0]) if turned else place
        scattered = np.where(part == FORBIDDEN, NONE, part * 1024 + scatter(left, right))
        row, column = _largest(scattered, count)
        keep = part[row, column] != FORBIDDEN
        rows.append(row[keep] + block.start)
        columns.append(column[keep])
    return np.concatenate(rows), np.concatenate(columns)


def _apart(values: Ints, mentees: Ints) -> Ints:
    """Values whose equals are scattered, unless they are so large that there is no room for it."""
    if values.max(initial=0) >= 1 << 50:
        return values
    spread = scatter(mentees[:, None], np.arange(values.shape[1])[None, :])
    return np.asarray(np.maximum(values, -(1 << 50)) * 1024 + spread)


def scatter(mentee: Ints, mentor: Ints) -> Ints:
    """A fixed number from 0 to 1023 for two places, without a pattern."""
    mixed = (mentee * 0x9E3779B1 + mentor * 0x85EBCA77) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return np.asarray((mixed ^ (mixed >> 13)) & 1023, dtype=np.int64)


def _largest(values: Ints, count: int) -> tuple[Ints, Ints]:
    """The places of the largest ``count`` of every row."""
    rows, columns = values.shape
    if columns <= count:
        chosen = np.broadcast_to(np.arange(columns), values.shape)
    else:
        chosen = np.argpartition(-values, count - 1, axis=1)[:, :count]
    return np.repeat(np.arange(rows), chosen.shape[1]), chosen.ravel().astype(np.int64)
