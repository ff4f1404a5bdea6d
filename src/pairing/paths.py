"""The best pairs of a full table: bids first, then a shortest path for each who is left, and the least prices.

Method: the augmenting row reduction and shortest paths of Jonker and Volgenant (1987), for mentors with several places
and mentees who may stay out. Whoever has a place holds one of the best for them at the prices of the moment, and only a
full mentor has a price; so the end is a proven best answer.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Ints = NDArray[np.int64]
Numbers = NDArray[Any]
"""Whole numbers of 32 or 64 bits, all of one kind in one call: half as wide is twice as quick."""
NARROW = 1 << 28
"""Worth below this fits into 32 bits in all that is added to it."""
TURNS, BIDS, WIDE = 6, 24, 32
"""Times that the rows are gone through for bids; bids for each row at most; numbers looked at together."""


def best_of_table(cells: Numbers, closed: int, factor: int, extra: Ints, places: Ints) -> tuple[Ints, Ints]:
    """The mentor of each row (-1: none) and the least prices.

    A cell of ``cells`` (n, m) that is not ``closed`` is worth ``factor`` times it and the row's ``extra``; one that is
    worth no more than 0 is no pair.
    """
    largest = max(int(cells.max(initial=0)), 0) * factor + max(int(extra.max(initial=0)), 0)
    kind = np.int32 if largest < NARROW else np.int64
    worth: Numbers = np.empty(cells.shape, dtype=kind)
    value(cells, closed, factor, extra, worth)
    room = np.minimum(places, worth.shape[0])
    first = np.concatenate([[0], np.cumsum(room)]).astype(np.int64)
    holder, mentor = np.full(int(first[-1]), -1, dtype=np.int64), np.full(worth.shape[0], -1, dtype=np.int64)
    load = np.zeros(room.size, dtype=np.int64)
    price = np.where(room == 0, worth.max(axis=0, initial=0), 0).astype(kind)  # of no use to anybody
    lanes = np.zeros((5, room.size), dtype=kind)
    left = bid(worth, price, first, load, holder, mentor, lanes)
    augment(worth, price, first, load, holder, mentor, left, lanes)
    lower(worth, price, first, load, holder, mentor, lanes)
    return mentor, price.astype(np.int64)


@compiled
def value(cells: Numbers, closed: int, factor: int, extra: Ints, worth: Numbers) -> None:
    """What each pair is worth, 0 for none."""
    for row in range(worth.shape[0]):
        line, into, more = cells[row], worth[row], extra[row]
        for column in range(line.size):
            into[column] = max(0, np.int64(line[column]) * factor + more) if line[column] != closed else 0


@compiled
def highest(worth: Numbers, price: Numbers, gain: Numbers) -> int:
    """The most that is left of a row's worth at these prices, 0 at least; ``gain`` is filled with all of it."""
    for column in range(price.size):
        gain[column] = worth[column] - price[column]
    most = gain[0]
    for column in range(price.size):
        most = max(most, gain[column])
    return max(0, int(most))


@compiled
def second(gain: Numbers, best: int, load: Ints, first: Ints) -> tuple[int, int]:
    """A mentor worth ``best`` (one with a free place if there is one), and the most that any other is worth."""
    other, equal = gain[0] * 0, 0
    for column in range(gain.size):  # in this shape the compiler makes it a few wide instructions
        other = max(other, gain[column] if gain[column] != best else 0)
        equal += gain[column] == best
    place = found(gain, best, 0)
    if equal == 1:
        return place, int(other)
    free = place
    while free >= 0 and load[free] == first[free + 1] - first[free]:
        free = found(gain, best, free + 1)
    return max(place, free), best


@compiled
def found(numbers: Numbers, number: int, start: int) -> int:
    """Where a number is first found from some place on; -1 for nowhere."""
    for begin in range(start, numbers.size, WIDE):
        part, seen = numbers[begin : begin + WIDE], False
        for column in range(part.size):
            seen |= part[column] == number
        if seen:
            column = 0
            while part[column] != number:
                column += 1
            return begin + column
    return -1


@compiled
def bid(
    worth: Numbers, price: Numbers, first: Ints, load: Ints, holder: Ints, mentor: Ints, lanes: Numbers
) -> Ints:
    """Let every row bid for its best mentor up to where the next is as good; the rows that are left are returned."""
    offer = np.zeros(holder.size, dtype=np.int64)
    queue, count, bids = np.arange(worth.shape[0]), worth.shape[0], 0
    for _ in range(TURNS):
        at, kept = 0, 0
        while at < count:
            row = queue[at]
            at += 1
            best = highest(worth[row], price, lanes[0])
            if best == 0:
                continue
            place, other = second(lanes[0], best, load, first)
            slot, end = first[place], first[place + 1]
            bids += 1
            if load[place] < end - slot:
                slot += load[place]
                load[place] += 1
            elif best == other or bids > BIDS * worth.shape[0]:
                queue[kept] = row
                kept += 1
                continue
            else:
                slot += offer[slot:end].argmin()
                at -= 1
                queue[at] = holder[slot]
                mentor[holder[slot]] = -1
            holder[slot], mentor[row], offer[slot] = row, place, price[place] + best - other
            if load[place] == end - first[place]:
                price[place] = offer[first[place] : end].min()
        count = kept
    return queue[:count].copy()


@compiled
def relax(worth: Numbers, price: Numbers, far: int, row: int, lanes: Numbers) -> int:
    """Reach further from a row that is ``far`` away; the least distance of a free place now is returned.

    ``lanes`` are numbers to work with, distances, those that are open still, the rows they come by, and what is added
    to a distance where there is no free place.
    """
    now, distance, still, via, full = lanes[0], lanes[1], lanes[2], lanes[3], lanes[4]
    for column in range(price.size):
        now[column] = far - worth[column] + price[column]
    for column in range(price.size):
        nearer = now[column] < distance[column]
        via[column] = row if nearer else via[column]
        still[column] = now[column] if nearer else still[column]
        distance[column] = now[column] if nearer else distance[column]
    for column in range(price.size):
        now[column] = distance[column] | full[column]
    low = now[0]
    for column in range(price.size):
        low = min(low, now[column])
    return int(low)


@compiled
def nearest(still: Numbers) -> tuple[int, int]:
    """The least distance among mentors that are open still, and where it is."""
    low = still[0]
    for column in range(still.size):
        low = min(low, still[column])
    return int(low), found(still, int(low), 0)


@compiled
def augment(  # noqa: C901  # one loop, so that it can be compiled
    worth: Numbers, price: Numbers, first: Ints, load: Ints, holder: Ints, mentor: Ints, left: Ints, lanes: Numbers
) -> None:  # fmt: skip
    """Bring in each row that is left by a shortest path, at whose end is a free place or somebody who leaves."""
    distance, still, via = lanes[1], lanes[2], lanes[3]
    endless = np.int64(1) << (30 if lanes.itemsize == 4 else 61)
    for place in range(price.size):
        lanes[4, place] = endless if load[place] == first[place + 1] - first[place] else 0
    for root in left:
        end = highest(worth[root], price, lanes[0])
        distance[:] = endless
        still[:] = endless
        leaver, free = root, relax(worth[root], price, end, root, lanes)
        while True:
            low, place = nearest(still)
            if low >= min(end, free):
                break
            still[place] = endless
            for slot in range(first[place], first[place + 1]):
                row = holder[slot]
                far = low + worth[row, place] - price[place]
                if far < end:
                    end, leaver = far, row
                free = relax(worth[row], price, far, row, lanes)
        target = found(lanes[0], free, 0) if free < end else -1
        end = min(end, free)
        for place in range(price.size):
            if still[place] == endless and distance[place] < end:
                price[place] += end - distance[place]
        hand_over(root, leaver, target, first, load, holder, mentor, via)
        if target >= 0 and load[target] == first[target + 1] - first[target]:
            lanes[4, target] = endless


@compiled
def hand_over(
    root: int, leaver: int, target: int, first: Ints, load: Ints, holder: Ints, mentor: Ints, via: Numbers
) -> None:
    """Everybody on the path takes the next place: a free one of ``target``, or that of ``leaver``."""
    if target >= 0:
        slot = first[target] + load[target]
        load[target] += 1
    elif leaver == root:
        return
    else:
        target = mentor[leaver]
        mentor[leaver] = -1
        slot = slot_of(leaver, target, first, holder)
    row = -1
    while row != root:
        row = int(via[target])
        before = mentor[row]
        if row != root:
            next_slot = slot_of(row, before, first, holder)
        holder[slot], mentor[row] = row, target
        if row != root:
            slot, target = next_slot, before


@compiled
def slot_of(row: int, place: int, first: Ints, holder: Ints) -> int:
    """Where a mentor holds a row."""
    slot = first[place]
    while holder[slot] != row:
        slot += 1
    return int(slot)


@compiled
def lower(
    worth: Numbers, price: Numbers, first: Ints, load: Ints, holder: Ints, mentor: Ints, lanes: Numbers
) -> None:
    """Lower the prices as far as they go: each by its distance from a price that cannot fall."""
    distance, still = lanes[1], lanes[2]
    endless = np.int64(1) << (30 if lanes.itemsize == 4 else 61)
    lanes[1], lanes[2] = price, price
    for row in range(worth.shape[0]):
        if mentor[row] < 0:
            relax(worth[row], price, 0, row, lanes)
    while True:
        low, place = nearest(still)
        if low == endless:
            break
        still[place] = endless
        for slot in range(first[place], first[place] + load[place]):
            row = holder[slot]
            relax(worth[row], price, low + worth[row, place] - price[place], row, lanes)
    for place in range(price.size):
        price[place] -= distance[place]
