"""The loops that pick candidates out of a block of products; compiled, and the same in plain Python."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled, inlined
from .week import ENOUGH

Ints = NDArray[np.int64]
Words = NDArray[np.uint64]
Facts = Any  # a tuple of arrays, as numba takes it: see profiles.Profiles.facts
CHUNK = 32
FAR = -float(1 << 20)
"""Below any bar, whatever is added."""


@inlined
def shared_bits(one: Words, i: int, other: Words, j: int) -> int:
    """Bits that two weeks have in common, ENOUGH at most; the other side is laid out word by word."""
    count = np.uint64(0)
    for word in range(one.shape[1]):
        count += in_bytes(one[i, word] & other[word, j])
    return min(ENOUGH, int(np.int64(in_all(count))))


@inlined
def in_bytes(bits: np.uint64) -> np.uint64:
    """How many bits are set in each of eight bytes (sums of ever wider groups)."""
    bits = bits - ((bits >> np.uint64(1)) & np.uint64(0x5555555555555555))
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    return (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)


@inlined
def in_all(counts: np.uint64) -> np.uint64:
    """The sum of eight bytes."""
    wide = (counts & np.uint64(0x00FF00FF00FF00FF)) + (
        (counts >> np.uint64(8)) & np.uint64(0x00FF00FF00FF00FF)
    )
    wide = wide + (wide >> np.uint64(16))
    return (wide + (wide >> np.uint64(32))) & np.uint64(0xFFFF)


@compiled
def add_hours(line: NDArray[np.float32], i: int, j0: int, facts: Facts, counts: Words) -> None:
    """Add what shared hours are worth to a row of a product; several mentors go through one instruction."""
    week_i, week_j, hours = facts[0], facts[1], facts[13]
    counts[:] = 0
    for word in range(week_i.shape[1]):
        mine, theirs = week_i[i, word], week_j[word, j0 : j0 + line.size]
        if mine == 0:
            continue
        for column in range(line.size):
            counts[column] += in_bytes(mine & theirs[column])
    for column in range(line.size):
        line[column] += hours[min(np.uint64(ENOUGH), in_all(counts[column]))]


@inlined
def meets_all(facts: Facts, i: int, j: int) -> bool:
    """Whether two people share a bit in every group of words."""
    mine, theirs, ends = facts[2], facts[3], facts[4]
    word = 0
    for number in range(ends.size):
        shared = np.uint64(0)
        while word < ends[number]:
            shared |= mine[i, word] & theirs[word, j]
            word += 1
        if shared == 0:
            return False
    return True


@compiled
def close(line: NDArray[np.float32], i: int, j0: int, facts: Facts, shared: Words) -> None:
    """Put the pairs of a row that some group of words closes far below any bar."""
    mine, theirs, ends = facts[2], facts[3], facts[4]
    word = 0
    for number in range(ends.size):
        shared[:] = 0
        while word < ends[number]:
            own, other = mine[i, word], theirs[word, j0 : j0 + line.size]
            for column in range(line.size):
                shared[column] |= own & other[column]
            word += 1
        for column in range(line.size):
            line[column] = line[column] if shared[column] != 0 else FAR


@inlined
def in_reach(facts: Facts, i: int, j: int) -> bool:
    """Whether a mentor is where the mentee looks (``reach`` is not 0)."""
    org_i, org_j, reach = facts[5], facts[6], facts[7]
    together = np.uint64(0)
    for word in range(org_i.shape[1]):
        together |= org_i[i, word] & org_j[j, word]
    return bool(reach[i] != 3 and (together != 0) == (reach[i] == 1))


@inlined
def is_shut(facts: Facts, i: int, j: int) -> bool:
    """Whether a pair is closed by name."""
    shut_at, shut = facts[11], facts[12]
    for place in range(shut_at[i], shut_at[i + 1]):  # noqa: SIM110  # all() is not compiled
        if shut[place] == j:
            return True
    return False


@inlined
def more(facts: Facts, i: int, j: int) -> int:
    """Hundredths on top of the product: shared hours, and places in rankings."""
    return int(facts[13][shared_bits(facts[0], i, facts[1], j)]) + ranked(facts, i, j)


@inlined
def ranked(facts: Facts, i: int, j: int) -> int:
    """Hundredths for places in rankings."""
    named_at, named, points = facts[14], facts[15], facts[16]
    added = 0
    for place in range(named_at[i], named_at[i + 1]):
        if named[place] == j:
            added += int(points[place])
    return added


@inlined
def scattered(i: int, j: int) -> int:
    """The same scatter of equals as ``table.scatter``."""
    mixed = (i * 0x9E3779B1 + j * 0x85EBCA77) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 13)) & 1023


@compiled
def put(keys: Ints, places: NDArray[np.int32], key: int, place: int) -> int:
    """Put a key in place of the smallest (which is the top of the heap), if it is larger; the smallest is returned."""
    if key <= keys[0]:
        return int(keys[0])
    node, child = 0, 1
    while child < keys.size:
        if child + 1 < keys.size and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= key:
            break
        keys[node], places[node] = keys[child], places[child]
        node, child = child, 2 * child + 1
    keys[node], places[node] = key, place
    return int(keys[0])


@compiled
def pick(  # noqa: C901  # one loop, so that it can be compiled
    tile: NDArray[np.float32], i0: int, j0: int, facts: Facts, named: NDArray[np.float32], floor: int,
    mine: Ints, mine_at: NDArray[np.int32], bar: NDArray[np.float32],
    theirs: Ints, theirs_at: NDArray[np.int32], bars: NDArray[np.float32],
) -> None:  # fmt: skip
    """Keep the best open pairs of a tile for its rows (from row i0; ``mine`` begins there) and its columns (from j0).

    A pair is looked at only when its fit, with the most that rankings can add (``named``), reaches a bar.
    """
    reach, rung_i, rung_j, rungs, shut_at = facts[7:12]
    named_at = facts[14]
    counts = np.zeros(tile.shape[1], dtype=np.uint64)
    for row in range(tile.shape[0]):
        i = i0 + row
        line, added = tile[row], named[i]
        close(line, i, j0, facts, counts)
        add_hours(line, i, j0, facts, counts)
        for start in range(0, tile.shape[1], CHUNK):
            stop = min(start + CHUNK, tile.shape[1])
            part, high, low = line[start:stop], bars[j0 + start : j0 + stop], bar[i] - added
            reached = False
            for place in range(part.size):  # in this shape the compiler makes it a few wide instructions
                reached |= (part[place] >= low) | (part[place] + added >= high[place])
            if not reached:
                continue
            for column in range(start, stop):
                j = j0 + column
                best = line[column] + added
                if best < bar[i] and best < bars[j]:
                    continue
                if rung_j[j] - rung_i[i] < rungs[0] or rung_j[j] - rung_i[i] > rungs[1]:
                    continue
                if reach[i] != 0 and not in_reach(facts, i, j):
                    continue
                fit = int(line[column])
                if shut_at[i + 1] > shut_at[i] and is_shut(facts, i, j):
                    continue
                if named_at[i + 1] > named_at[i]:
                    fit += ranked(facts, i, j)
                if fit < floor:
                    continue
                key = (fit << 10) + scattered(i, j)
                if fit >= bar[i]:
                    bar[i] = max(bar[i], put(mine[row], mine_at[row], key, j) >> 10)
                if fit >= bars[j]:
                    bars[j] = max(bars[j], put(theirs[j], theirs_at[j], key, i) >> 10)


@compiled
def exceed(  # noqa: C901  # the same
    tile: NDArray[np.float32], i0: int, j0: int, facts: Facts, most: NDArray[np.float32], floor: int,
    factor: int, price: Ints, asked: NDArray[np.float64], bar: Ints, found: Ints, found_at: NDArray[np.int32],
    fits: Ints,
) -> None:  # fmt: skip
    """Keep, for each row, the pairs of a tile whose ``fit * factor - price`` exceeds the row's bar.

    ``asked`` are the prices as floats; ``found`` (rows from i0, each) holds the values, -(1 << 62) for none.
    """
    reach, rung_i, rung_j, rungs, shut_at = facts[7:12]
    for row in range(tile.shape[0]):
        i = i0 + row
        line, added, least = tile[row], np.float64(most[i]), np.float64(bar[i])
        for start in range(0, tile.shape[1], CHUNK):
            stop = min(start + CHUNK, tile.shape[1])
            part, cost = line[start:stop], asked[j0 + start : j0 + stop]
            reached = False
            for place in range(part.size):
                reached |= (part[place] + added) * factor - cost[place] > least
            if not reached:
                continue
            for column in range(start, stop):
                j = j0 + column
                if (line[column] + added) * factor - asked[j] <= least:
                    continue
                fit = int(line[column]) + more(facts, i, j)
                value = fit * factor - price[j]
                if fit < floor or value <= bar[i] or not meets_all(facts, i, j):
                    continue
                if rung_j[j] - rung_i[i] < rungs[0] or rung_j[j] - rung_i[i] > rungs[1]:
                    continue
                if reach[i] != 0 and not in_reach(facts, i, j):
                    continue
                if shut_at[i + 1] > shut_at[i] and is_shut(facts, i, j):
                    continue
                slot = found[row].argmin()
                found[row, slot], found_at[row, slot], fits[row, slot] = value, j, fit
                bar[i] = max(bar[i], found[row].min())
                least = np.float64(bar[i])


@compiled
def lay_out(  # noqa: C901  # the same
    tile: NDArray[np.float32], i0: int, j0: int, facts: Facts, floor: int, cells: NDArray[Any], closed: int
) -> None:
    """The fit of every pair of a tile, ``closed`` where something closes it; ``cells`` begins at row i0."""
    reach, rung_i, rung_j, rungs, shut_at = facts[7:12]
    named_at = facts[14]
    counts = np.zeros(tile.shape[1], dtype=np.uint64)
    for row in range(tile.shape[0]):
        i, line = i0 + row, tile[row]
        cells[row, j0 : j0 + line.size] = closed
        close(line, i, j0, facts, counts)
        add_hours(line, i, j0, facts, counts)
        for column in range(tile.shape[1]):
            j = j0 + column
            if line[column] < 0:
                continue
            if rung_j[j] - rung_i[i] < rungs[0] or rung_j[j] - rung_i[i] > rungs[1]:
                continue
            if reach[i] != 0 and not in_reach(facts, i, j):
                continue
            if shut_at[i + 1] > shut_at[i] and is_shut(facts, i, j):
                continue
            fit = int(line[column])
            if named_at[i + 1] > named_at[i]:
                fit += ranked(facts, i, j)
            if fit >= floor:
                cells[row, j] = fit
