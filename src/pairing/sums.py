"""Sums of many small terms for very many rows, and the largest of them: looking closely only where it can matter.

Terms are added from the largest down; a row that the terms that are left cannot lift to the bar is dropped. The bar
is the whole sum of rows that are in the answer so far, so nothing is lost: the answer is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from . import bitmaps
from .bitmaps import Bitmap, Rows
from .week import ENOUGH

Points = NDArray[np.int16]
BLOCK = 1 << 16
"""Rows that are looked at together: few enough to stay in the processor's cache."""
SOUND_EVERY = 0.3
"""After what share of the whole fit the bar is looked for anew."""
FEWER = 0.9
"""Rows are dropped when at most this share of them is left."""
SOUNDED = 256
"""Of how many at least the whole fit is worked out to find the bar."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """What one byte of codes or one bitmap adds to a part."""

    part: str
    codes: NDArray[np.uint8] | Bitmap
    table: Points
    """What each code adds; of a bitmap what no and yes add."""

    @property
    def most(self) -> int:
        """The most that it can add."""
        return int(self.table.max())

    def of(self, rows: Rows) -> Points:
        """The points of these rows."""
        if self.codes.dtype == np.uint8:
            return np.asarray(self.table[self.codes[rows]])
        return np.asarray(bitmaps.has(self.codes.view(np.uint64), rows) * self.table[1], dtype=np.int16)

    def turned(self) -> Term:
        """The same with the smallest sum first."""
        return replace(self, table=-self.table)


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """What the likeness of two texts adds to the half that an unknown text counts, or takes from it."""

    part: str
    own: np.uint64
    marks: NDArray[np.uint64]
    wrote: Bitmap
    table: Points
    """What it adds for each number of marks in which two texts differ."""

    @property
    def most(self) -> int:
        """The most that it can add."""
        return int(self.table.max())

    def of(self, rows: Rows) -> Points:
        """The points of these rows; whoever wrote nothing has none."""
        points = self.table[np.bitwise_count(self.marks[rows] ^ self.own)]
        return np.asarray(points * bitmaps.has(self.wrote, rows), dtype=np.int16)

    def turned(self) -> Alike:
        """The same with the smallest sum first."""
        return replace(self, table=-self.table)


@dataclass(frozen=True, slots=True, eq=False)
class Hours:
    """What shared free half-hours add: counted for few people only."""

    part: str
    table: Points
    slots: NDArray[np.uint64]
    half: Bitmap
    """Whose week, or ours, is not known: half of enough."""
    whole: Bitmap
    """Who works asynchronously, as we do: enough."""

    @property
    def most(self) -> int:
        """The most that it can add."""
        return int(self.table.max())

    def of(self, rows: Rows) -> Points:
        """The points of these rows."""
        shared = bitmaps.has(self.half, rows) * (ENOUGH // 2) + bitmaps.has(self.whole, rows) * ENOUGH
        for slot in self.slots:
            shared += bitmaps.has(slot, rows)
        return self.table[np.minimum(ENOUGH, shared)]


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """Terms that are added up, the largest first."""

    base: int
    terms: tuple[Term | Alike | Hours, ...]

    def of(self, rows: Rows) -> Points:
        """The whole sum of these rows."""
        points = np.full(rows.size, self.base, dtype=np.int16)
        for term in self.terms:
            points += term.of(rows)
        return points

    def best(self, mask: Bitmap, count: int) -> tuple[Rows, Points]:
        """Everybody in ``mask`` who reaches the count-th largest sum, and their sums; all when they are fewer."""
        found: list[tuple[Rows, Points]] = []
        bar = int(np.iinfo(np.int16).min)
        for rows in _blocks(mask):
            kept, points, bar = self._best_of_block(rows, count, bar)
            found.append((kept, points))
        rows = np.concatenate([np.empty(0, dtype=np.int64), *(one[0] for one in found)])
        points = np.concatenate([np.empty(0, dtype=np.int16), *(one[1] for one in found)])
        if rows.size > count:
            reached = points >= np.partition(points, rows.size - count)[rows.size - count]
            rows, points = rows[reached], points[reached]
        return rows, points

    def _best_of_block(self, rows: Rows, count: int, bar: int) -> tuple[Rows, Points, int]:
        """Add term by term and drop whoever cannot reach the bar any more."""
        points = np.full(rows.size, self.base, dtype=np.int16)
        whole = left = sum(term.most for term in self.terms)
        next_sounding = (1 - SOUND_EVERY) * whole
        for term in self.terms:
            points += term.of(rows)
            left -= term.most
            if left <= next_sounding and rows.size > 4 * (count + SOUNDED):
                bar, next_sounding = max(bar, self._sounded(rows, points, count)), left - SOUND_EVERY * whole
            able = points >= bar - left
            if np.count_nonzero(able) < FEWER * rows.size:
                rows, points = rows[able], points[able]
        if rows.size >= count:
            bar = max(bar, int(np.partition(points, rows.size - count)[rows.size - count]))
        return rows, points, bar

    def _sounded(self, rows: Rows, points: Points, count: int) -> int:
        """The count-th largest whole sum of some who look best so far: a bar that the answer reaches."""
        low, high = int(points.min()), int(points.max())
        while low < high:
            middle = (low + high + 1) // 2
            if np.count_nonzero(points >= middle) >= count + SOUNDED:
                low = middle
            else:
                high = middle - 1
        some = rows[np.flatnonzero(points >= low)[-count - SOUNDED :]]
        return int(np.partition(self.of(some), some.size - count)[some.size - count])

    def at_least(self, mask: Bitmap, least: float) -> Bitmap:
        """Who in ``mask`` reaches a sum."""
        found = [rows[self.of(rows) >= least] for rows in _blocks(mask)]
        return bitmaps.of_rows(np.concatenate([np.empty(0, dtype=np.int64), *found]), mask.size * 64)


def _blocks(mask: Bitmap) -> Iterator[Rows]:
    rows = bitmaps.rows_of(mask)
    for start in range(0, rows.size, BLOCK):
        yield rows[start : start + BLOCK]
