"""The loops that pick candidates out of a block of products; compiled, and the same in plain Python."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled
from .week import ENOUGH

Ints = NDArray[np.int64]
Facts = Any  # a tuple of arrays, as numba takes it: see profiles.Profiles.facts
CHUNK = 32


@compiled
def shared_bits(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> int:
    """Bits that two rows of words have in common."""
    count = 0
    for word in range(one.size):
        bits = one[word] & other[word]
        while bits != np.uint64(0) and count < ENOUGH:
            bits &= bits - np.uint64(1)
            count += 1
    return count


@compiled
def is_open(facts: Facts, i: int, j: int) -> bool:
    """Whether no gate and no rule closes a pair (the floor is looked at later)."""
    return bool(meets_all(facts, i, j) and in_reach(facts, i, j) and not is_shut(facts, i, j))


@compiled
def meets_all(facts: Facts, i: int, j: int) -> bool:
    """Whether two people share a bit in every group of words."""
    mine, theirs, group, groups = facts[2], facts[3], facts[4], facts[5]
    met = 0
    for number in range(groups):
        for word in range(group.size):
            if group[word] == number and mine[i, word] & theirs[j, word] != 0:
                met += 1
                break
    return bool(met == groups)


@compiled
def in_reach(facts: Facts, i: int, j: int) -> bool:
    """Whether a mentor is where the mentee looks, and far enough above."""
    org_i, org_j, reach, rung_i, rung_j, rungs = facts[6], facts[7], facts[8], facts[9], facts[10], facts[11]
    if rung_j[j] - rung_i[i] < rungs[0] or rung_j[j] - rung_i[i] > rungs[1] or reach[i] == 3:
        return False
    together = False
    for word in range(org_i.shape[1]):
        if org_i[i, word] & org_j[j, word] != 0:
            together = True
    return bool(reach[i] == 0 or together == (reach[i] == 1))


@compiled
def is_shut(facts: Facts, i: int, j: int) -> bool:
    """Whether a pair is closed by name."""
    shut_at, shut = facts[12], facts[13]
    for place in range(shut_at[i], shut_at[i + 1]):  # noqa: SIM110  # all() is not compiled
        if shut[place] == j:
            return True
    return False


@compiled
def more(facts: Facts, i: int, j: int) -> int:
    """Hundredths on top of the product: shared hours, and places in rankings."""
    week_i, week_j = facts[0], facts[1]
    hours, named_at, named, points = facts[14], facts[15], facts[16], facts[17]
    added = int(hours[shared_bits(week_i[i], week_j[j])])
    for place in range(named_at[i], named_at[i + 1]):
        if named[place] == j:
            added += int(points[place])
    return added


@compiled
def scattered(i: int, j: int) -> int:
    """The same scatter of equals as ``table.scatter``."""
    mixed = (i * 0x9E3779B1 + j * 0x85EBCA77) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 13)) & 1023


@compiled
def put(keys: Ints, places: NDArray[np.int32], key: int, place: int) -> int:
    """Replace the smallest key; the new smallest is the answer."""
    low = 0
    for slot in range(keys.size):
        if keys[slot] < keys[low]:
            low = slot
    keys[low], places[low] = key, place
    for slot in range(keys.size):
        if keys[slot] < keys[low]:
            low = slot
    return int(keys[low])


@compiled
def pick(  # noqa: C901  # one loop, so that it can be compiled
    tile: NDArray[np.float32], i0: int, j0: int, facts: Facts, most: NDArray[np.float32], floor: int,
    mine: Ints, mine_at: NDArray[np.int32], bar: NDArray[np.float32],
    theirs: Ints, theirs_at: NDArray[np.int32], bars: NDArray[np.float32],
) -> None:  # fmt: skip
    """Keep the best of a tile for its rows (from row i0; ``mine`` begins there) and its columns (from j0).

    A pair is looked at only when its product, with the ``most`` that can be added, reaches a bar.
    """
    for row in range(tile.shape[0]):
        i = i0 + row
        for start in range(0, tile.shape[1], CHUNK):
            stop = min(start + CHUNK, tile.shape[1])
            reached = 0
            for column in range(start, stop):
                best = tile[row, column] + most[i]
                reached |= (best >= bar[i]) | (best >= bars[j0 + column])
            if not reached:
                continue
            for column in range(start, stop):
                j = j0 + column
                best = tile[row, column] + most[i]
                if (best < bar[i] and best < bars[j]) or not is_open(facts, i, j):
                    continue
                fit = int(tile[row, column]) + more(facts, i, j)
                if fit < floor:
                    continue
                key = (fit << 10) + scattered(i, j)
                if fit >= bar[i]:
                    smallest = mine[row].min()
                    if key > smallest:
                        bar[i] = put(mine[row], mine_at[row], key, j) >> 10
                if fit >= bars[j]:
                    smallest = theirs[j].min()
                    if key > smallest:
                        bars[j] = put(theirs[j], theirs_at[j], key, i) >> 10


@compiled
def exceed(  # noqa: C901  # one loop, so that it can be compiled
    tile: NDArray[np.float32], i0: int, j0: int, facts: Facts, most: NDArray[np.float32], floor: int,
    factor: int, price: Ints, asked: NDArray[np.float64], bar: Ints, found: Ints, found_at: NDArray[np.int32],
    fits: Ints,
) -> None:  # fmt: skip
    """Keep, for each row, the pairs of a tile whose ``fit * factor - price`` exceeds the row's bar.

    ``asked`` are the prices as floats; ``found`` (rows from i0, each) holds the values, -(1 << 62) for none.
    """
    for row in range(tile.shape[0]):
        i = i0 + row
        least = np.float64(bar[i])
        for start in range(0, tile.shape[1], CHUNK):
            stop = min(start + CHUNK, tile.shape[1])
            reached = 0
            for column in range(start, stop):
                reached |= np.float64(tile[row, column] + most[i]) * factor - asked[j0 + column] > least
            if not reached:
                continue
            for column in range(start, stop):
                j = j0 + column
                if np.float64(tile[row, column] + most[i]) * factor - asked[j] <= least or not is_open(
                    facts, i, j
                ):
                    continue
                fit = int(tile[row, column]) + more(facts, i, j)
                value = fit * factor - price[j]
                if fit < floor or value <= bar[i]:
                    continue
                slot = found[row].argmin()
                if value > found[row, slot]:
                    found[row, slot], found_at[row, slot], fits[row, slot] = value, j, fit
                    bar[i] = max(bar[i], found[row].min())
                    least = np.float64(bar[i])
