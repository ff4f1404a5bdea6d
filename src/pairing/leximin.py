"""Exact leximin: the worst-off pair as well off as can be, then the next worst, and so on to the last.

With as many pairs as possible that is: as few pairs as possible with the least fit, then as few as possible with the
next, and so on. A few fits at a time are weighed so that each outweighs all above it; the prices of the answer
then say which pairs any such answer may have and who must have one (complementary slackness), and the next fits are
settled among these. Fits that nobody need have are passed over by bisection.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .flow import Cancelled
from .paths import best_of_table

Ints = NDArray[np.int64]
DIGITS = 56
"""Binary digits that a worth may have."""


@dataclass(slots=True, eq=False)
class Stage:
    """What is settled: the ``rank`` of each pair's fit (-1: out), and how many of its people ``must`` have one."""

    rank: Ints
    must: Ints
    places: Ints
    units: int
    stop: Callable[[], bool]

    def settled(self, cost: Ints, most: int) -> tuple[Ints, Ints]:
        """Who has whom at the least ``cost`` of ranks (``most`` at most) with all musts met; and the prices."""
        if self.stop():
            raise Cancelled("The matching was stopped.")
        lift = most * self.units + 1
        cells = np.where(self.rank >= 0, self.must * lift - cost[self.rank], -1)
        return best_of_table(cells, -1, 1, np.zeros(len(cells), dtype=np.int64), self.places)

    def kept_to(self, cost: Ints, most: int, price: Ints) -> None:
        """Leave in only what answers of this cost can be made of."""
        lift = most * self.units + 1
        left = np.where(self.rank >= 0, self.must * lift - cost[self.rank] - price, -1)
        gain = np.maximum(0, left.max(axis=1, initial=0))
        self.rank[left != gain[:, None]] = -1
        self.must = (gain > 0)[:, None].astype(np.int64) + (price > 0)


def leximin(
    cells: Ints, closed: int, places: Ints, wanted: Ints, wait: Ints, stop: Callable[[], bool] = lambda: False
) -> Ints:
    """The mentor of each row (-1: none); of equal answers one that serves long waits."""
    open_pairs = (cells != closed) & (places > 0) & (wanted > 0)[:, None]
    levels, rank = np.unique(cells[open_pairs], return_inverse=True)
    table = np.full(cells.shape, -1, dtype=np.int64)
    table[open_pairs] = rank
    units = int(min((wanted > 0).sum(), places.sum())) + 1
    stage = Stage(table, np.ones(cells.shape, dtype=np.int64), places, units, stop)
    together = max(1, DIGITS // units.bit_length())
    at = 0
    while at < levels.size:
        at = _passed_over(stage, at, levels.size, together)
        cost = np.zeros(levels.size, dtype=np.int64)
        some = min(together, levels.size - at)
        cost[at : at + some] = units ** np.arange(some - 1, -1, -1)
        most = int(cost.max(initial=0))
        stage.kept_to(cost, most, stage.settled(cost, most)[1])
        at += some
    cells = np.where(
        stage.rank >= 0, stage.must * ((int(wait.max(initial=0)) + 1) * units) + wait[:, None], -1
    )
    return best_of_table(cells, -1, 1, np.zeros(len(cells), dtype=np.int64), places)[0]


def _passed_over(stage: Stage, at: int, end: int, together: int) -> int:
    """The first rank from ``at`` on that some pair must have; pairs of lower ranks are left out."""
    used = np.unique(stage.rank[stage.rank >= at])
    if used.size <= together:
        return int(used[0]) if used.size else end
    low, high = (
        0,
        used.size + 1,
    )  # nobody need have one of the first ``low``, somebody one of the first ``high``
    while low + 1 < high:
        middle = (low + high) // 2
        cost = np.zeros(end, dtype=np.int64)
        cost[at : used[middle - 1] + 1] = 1
        mentor, _ = stage.settled(cost, 1)
        made = np.flatnonzero(mentor >= 0)
        ranks = stage.rank[made, mentor[made]]
        if cost[ranks].any():
            high = middle
        else:
            low = int(np.searchsorted(used, ranks.min(where=ranks >= at, initial=end)))
    stage.rank[np.isin(stage.rank, used[:low])] = -1
    return int(used[low]) if low < used.size else end
