"""An order of people that depends on who they are, never on the row in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .fit import lots
from .problem import Key

Ints = NDArray[np.int64]
Lots = NDArray[np.uint64]


def drawn(keys: Sequence[Key] | None, colours: Lots, seed: int) -> Lots:
    """The lot of each person: by key when keys are given, else by what their row looks like."""
    if keys is None:
        return mixed(colours ^ np.uint64(seed & 0xFFFFFFFFFFFFFFFF))
    if len(keys) != colours.size:
        raise InputError("shape", f"There are {len(keys)} names for {colours.size} people.")
    if len(set(keys)) != len(keys):
        raise InputError("duplicate", "Two people have the same name.")
    return lots(keys, seed)


def colours(cells: Ints, rounds: int = 3) -> tuple[Lots, Lots]:
    """A number for each row and each column that follows from the cells alone.

    Rows and columns are told apart by the multiset of what they hold, again and again (colour refinement,
    Weisfeiler and Leman 1968): sums of scrambled numbers do not depend on any order.
    """
    marks = mixed(cells.astype(np.int64).view(np.uint64))
    rows = np.zeros(cells.shape[0], dtype=np.uint64)
    columns = np.zeros(cells.shape[1], dtype=np.uint64)
    for _ in range(rounds):
        rows = mixed(rows + mixed(marks + columns[None, :]).sum(axis=1, dtype=np.uint64))
        columns = mixed(columns + mixed(marks + rows[:, None]).sum(axis=0, dtype=np.uint64))
    return rows, columns


def mixed(numbers: Lots) -> Lots:
    """Scrambled 64-bit numbers (the finisher of splitmix64, Steele, Lea and Flood 2014)."""
    mix = np.asarray(numbers, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mix = (mix ^ (mix >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mix = (mix ^ (mix >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mix ^ (mix >> np.uint64(31)), dtype=np.uint64)
