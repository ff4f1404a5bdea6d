"""Deferred acceptance straight from arrays of rankings, without a list of pairs between: the usual case, quickest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Ints = NDArray[np.int64]
Places = NDArray[np.int32]


@compiled
def places_of(rankings: Ints, strangers: int) -> tuple[Places, bool]:
    """In which place each row names each stranger (-1: not at all); False when a row names nobody there, or twice."""
    places = np.full((rankings.shape[0], strangers), -1, dtype=np.int32)
    for who in range(rankings.shape[0]):
        for place in range(rankings.shape[1]):
            whom = rankings[who, place]
            if whom == -1:
                continue
            if whom < 0 or whom >= strangers or places[who, whom] >= 0:
                return places, False
            places[who, whom] = place
    return places, True


@compiled
def worst_of(held: Ints, size: int, places: Places, asked: int) -> int:
    """Where the last of those whom somebody holds stands among them."""
    last = 0
    for slot in range(1, size):
        if places[asked, held[slot]] > places[asked, held[last]]:
            last = slot
    return last


@compiled
def defer(  # noqa: C901  # one loop, so that it can be compiled
    rankings: Ints, places: Places, quota: Ints, room: Ints
) -> Ints:
    """Who is held by whom in the end, (k, 2): each row asks down its ranking until ``quota`` hold it.

    ``places`` of those who are asked; each holds the ``room`` best who came so far.
    """
    people, most = rankings.shape[0], max(1, int(room.max()))
    held = np.zeros((room.size, most), dtype=np.int64)
    worst, size = np.zeros(room.size, dtype=np.int64), np.zeros(room.size, dtype=np.int64)
    upcoming, content = np.zeros(people, dtype=np.int64), np.zeros(people, dtype=np.int64)
    stack, waiting, top = np.arange(people), np.ones(people, dtype=np.bool_), people
    while top > 0:
        top -= 1
        person = int(stack[top])
        waiting[person] = False
        while content[person] < quota[person] and upcoming[person] < rankings.shape[1]:
            asked = int(rankings[person, upcoming[person]])
            upcoming[person] += 1
            if asked < 0 or places[asked, person] < 0 or room[asked] == 0:
                continue
            slot = int(size[asked])
            if slot < room[asked]:
                size[asked] += 1
            else:
                slot = int(worst[asked])
                other = int(held[asked, slot])
                if places[asked, other] < places[asked, person]:
                    continue
                content[other] -= 1
                if not waiting[other]:
                    waiting[other] = True
                    stack[top] = other
                    top += 1
            held[asked, slot] = person
            content[person] += 1
            worst[asked] = worst_of(held[asked], int(size[asked]), places, asked)
    pairs, count = np.zeros((int(size.sum()), 2), dtype=np.int64), 0
    for asked in range(room.size):
        for slot in range(size[asked]):
            pairs[count] = held[asked, slot], asked
            count += 1
    return pairs
