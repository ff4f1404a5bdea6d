"""Prices that prove an assignment: the least that each mentor's place must be worth.

Method: the minimal competitive prices of an optimal assignment are the longest paths of its residual graph
(Demange, Gale and Sotomayor 1986 for one place each; the same with several). For any prices at all, what
mentees could gain at them plus what the places cost bounds every assignment from above (linear programming
duality), so that prices found on some pairs can be judged against all of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .compiled import compiled

Ints = NDArray[np.int64]


@compiled
def minimal_prices(  # noqa: C901  # one loop, so that it can be compiled
    start: Ints, mentor: Ints, worth: Ints, chosen: NDArray[np.bool_], demand: Ints, entry: int, places: int
) -> Ints:
    """Worklist relaxation over the pairs of each mentee (``start`` is where the mentee's pairs begin).

    ``worth`` of every pair, ``chosen`` ones, the ``demand`` of every mentee; ``entry`` is the extra worth of
    a mentee's first mentor; ``places`` is the number of mentors. Ends for any optimal choice; a choice that
    is not optimal ends after a bounded number of steps with prices that still bound.
    """
    people = start.size - 1
    price = np.zeros(places, dtype=np.int64)
    queued = np.zeros(places, dtype=np.bool_)
    # The chosen pairs, by mentor.
    first = np.zeros(places + 1, dtype=np.int64)
    owner = np.zeros(mentor.size, dtype=np.int64)
    held = np.zeros(people, dtype=np.int64)
    for person in range(people):
        for pair in range(start[person], start[person + 1]):
            owner[pair] = person
            if chosen[pair]:
                first[mentor[pair] + 1] += 1
                held[person] += 1
    for place in range(places):
        first[place + 1] += first[place]
    taken = np.zeros(first[places], dtype=np.int64)
    fill = first[:-1].copy()
    for pair in range(mentor.size):
        if chosen[pair]:
            taken[fill[mentor[pair]]] = pair
            fill[mentor[pair]] += 1
    # A ring of mentors whose price rose; at first everybody who mentors somebody.
    ring = np.zeros(places + 1, dtype=np.int64)
    head, tail = 0, 0
    for place in range(places):
        if first[place + 1] > first[place]:
            ring[tail] = place
            tail += 1
            queued[place] = True
    for person in range(people):
        if held[person] < demand[person]:
            bonus = entry if held[person] == 0 else 0
            for pair in range(start[person], start[person + 1]):
                if not chosen[pair] and worth[pair] + bonus > price[mentor[pair]]:
                    price[mentor[pair]] = worth[pair] + bonus
    steps = 0
    limit = 200 * (mentor.size + places) + 10_000
    while head != tail and steps < limit:
        place = ring[head]
        head = head + 1 if head < places else 0
        queued[place] = False
        for slot in range(first[place], first[place + 1]):
            pair = taken[slot]
            person = owner[pair]
            base = price[place] - worth[pair]
            steps += start[person + 1] - start[person]
            for other in range(start[person], start[person + 1]):
                rival = mentor[other]
                if not chosen[other] and base + worth[other] > price[rival]:
                    price[rival] = base + worth[other]
                    if not queued[rival] and first[rival + 1] > first[rival]:
                        queued[rival] = True
                        ring[tail] = rival
                        tail = tail + 1 if tail < places else 0
    return price


@compiled
def prices_of_table(  # noqa: C901  # one loop, so that it can be compiled
    worth: Ints, mentor: Ints, wanted: NDArray[np.bool_]
) -> Ints:
    """The same for a full table of ``worth`` (n, m; 0 where there is no pair) and one mentor each (-1: none)."""
    people, places = worth.shape
    price = np.zeros(places, dtype=np.int64)
    queued = np.zeros(places, dtype=np.bool_)
    first = np.zeros(places + 1, dtype=np.int64)
    for person in range(people):
        if mentor[person] >= 0:
            first[mentor[person] + 1] += 1
            queued[mentor[person]] = True
        elif wanted[person]:
            price = np.maximum(price, worth[person])
    first = np.cumsum(first)
    mine, fill = np.zeros(people, dtype=np.int64), first[:-1].copy()
    for person in range(people):
        if mentor[person] >= 0:
            mine[fill[mentor[person]]] = person
            fill[mentor[person]] += 1
    ring = np.zeros(places + 1, dtype=np.int64)
    held = np.flatnonzero(queued)
    ring[: held.size] = held
    head, tail = 0, held.size
    while head != tail:
        place = ring[head]
        head = head + 1 if head < places else 0
        queued[place] = False
        for person in mine[first[place] : first[place + 1]]:
            base = price[place] - worth[person, place]
            for rival in range(places):
                if worth[person, rival] > 0 and base + worth[person, rival] > price[rival]:
                    price[rival] = base + worth[person, rival]
                    if not queued[rival] and first[rival + 1] > first[rival]:
                        queued[rival] = True
                        ring[tail] = rival
                        tail = tail + 1 if tail < places else 0
    return price
