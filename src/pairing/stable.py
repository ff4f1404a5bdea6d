"""``stable``: pairs from both sides' rankings in which no two people would rather have each other.

Deferred acceptance (Gale and Shapley 1962; with places, Roth 1984): the proposing side asks down its lists,
the other side keeps the best it has been asked by so far. The answer is the best stable one for the side
that proposes. Ties are broken by lot, which keeps the answer weakly stable (Irving 1994).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from . import rankings
from .assignment import Assignment
from .compiled import compiled
from .deferral import defer, places_of
from .errors import InputError
from .order import mixed
from .rankings import Mutual, Rankings, mutual
from .solve import sides

Ints = NDArray[np.int64]
HEAPED = 64
"""Places from which a mentor's worst is found by a heap, not by looking."""


@compiled
def rise(heap: Ints, key: Ints, low: int, node: int, pair: int) -> None:
    """Put a pair into a heap whose top is the worst, from a free leaf upwards."""
    while node > 0 and key[heap[low + (node - 1) // 2]] < key[pair]:
        heap[low + node] = heap[low + (node - 1) // 2]
        node = (node - 1) // 2
    heap[low + node] = pair


@compiled
def sink(heap: Ints, key: Ints, low: int, size: int, pair: int) -> None:
    """Put a pair in the place of the worst, from the top downwards."""
    node, child = 0, 1
    while child < size:
        if child + 1 < size and key[heap[low + child + 1]] > key[heap[low + child]]:
            child += 1
        if key[heap[low + child]] <= key[pair]:
            break
        heap[low + node] = heap[low + child]
        node, child = child, 2 * child + 1
    heap[low + node] = pair


@compiled
def heaps(target: Ints, room: Ints) -> Ints:
    """Where the heap of each target begins; it is as large as its room, or as those who ask."""
    asked = np.zeros(room.size, dtype=np.int64)
    for pair in range(target.size):
        asked[target[pair]] += 1
    base = np.zeros(room.size + 1, dtype=np.int64)
    for place in range(room.size):
        base[place + 1] = base[place] + min(room[place], asked[place])
    return base


@compiled
def propose(start: Ints, target: Ints, key: Ints, quota: Ints, room: Ints) -> NDArray[np.bool_]:
    """Deferred acceptance: which proposals are held in the end.

    Proposer p asks ``target[start[p]:start[p + 1]]`` in that order until ``quota[p]`` hold them; a target
    keeps the ``room`` proposals with the lowest ``key``.
    """
    proposers = start.size - 1
    owner = np.zeros(target.size, dtype=np.int64)
    for person in range(proposers):
        owner[start[person] : start[person + 1]] = person
    base = heaps(target, room)
    heap = np.zeros(base[room.size], dtype=np.int64)
    size = np.zeros(room.size, dtype=np.int64)
    upcoming = start[:-1].copy()
    held = np.zeros(proposers, dtype=np.int64)
    kept = np.zeros(target.size, dtype=np.bool_)
    stack = np.arange(proposers)
    waiting = np.ones(proposers, dtype=np.bool_)
    top = proposers
    while top > 0:
        top -= 1
        person = stack[top]
        waiting[person] = False
        while held[person] < quota[person] and upcoming[person] < start[person + 1]:
            pair = upcoming[person]
            upcoming[person] += 1
            place = target[pair]
            low, most = base[place], base[place + 1] - base[place]
            if size[place] < most:
                rise(heap, key, low, size[place], pair)
                size[place] += 1
            elif most > 0 and key[pair] < key[heap[low]]:
                worst = heap[low]
                kept[worst] = False
                held[owner[worst]] -= 1
                if not waiting[owner[worst]]:
                    waiting[owner[worst]] = True
                    stack[top] = owner[worst]
                    top += 1
                sink(heap, key, low, most, pair)
            else:
                continue
            kept[pair] = True
            held[person] += 1
    return kept


def stable(
    mentee_rankings: Rankings,
    mentor_rankings: Rankings,
    capacity: ArrayLike,
    *,
    proposing: Literal["mentees", "mentors"] = "mentees",
    fit: ArrayLike | None = None,
    seed: int = 0,
) -> Assignment:
    """A stable assignment, the best one for the side that proposes.

    Rankings: for each person the rows of the other side, most wanted first; a nested sequence is a tie; who
    is not named is not acceptable. Arrays of whole numbers padded with -1 are read fastest. ``capacity``
    (m,): places of each mentor. ``fit`` (n, m), when given, is only read for the total. Raises
    ``InputError`` for a ranking that names a stranger or the same person twice.
    """
    if proposing not in ("mentees", "mentors"):
        raise InputError("proposing", 'proposing is "mentees" or "mentors".')
    shape = len(mentee_rankings), len(mentor_rankings)
    room, quota = sides(shape, capacity, 1)
    chosen = _from_arrays(mentee_rankings, mentor_rankings, quota, room, proposing == "mentees")
    if chosen is None:
        pairs = mutual(mentee_rankings, mentor_rankings)
        ask = _ask if proposing == "mentees" else _ask_back
        kept = ask(pairs, quota, room, seed)
        chosen = np.stack([pairs.mentee[kept], pairs.mentor[kept]], axis=1)
    chosen = chosen[np.lexsort((chosen[:, 1], chosen[:, 0]))]
    values = (
        np.zeros(len(chosen)) if fit is None else np.asarray(fit, dtype=float)[chosen[:, 0], chosen[:, 1]]
    )
    return Assignment(chosen, values, shape, room, bound=float(values.sum()))


def _from_arrays(
    mentee_rankings: Rankings, mentor_rankings: Rankings, quota: Ints, room: Ints, forward: bool
) -> Ints | None:
    """The pairs, when both sides are arrays and few enough; None when not, or when something is wrong with them."""
    both = [np.asarray(side, dtype=np.int64) for side in (mentee_rankings, mentor_rankings)
            if isinstance(side, np.ndarray) and side.ndim == 2]  # fmt: skip
    small = quota.size * room.size <= rankings.SQUARE and room.max(initial=0) <= HEAPED
    if len(both) < 2 or not small or not quota.size * room.size:
        return None
    (mine, right), (theirs, right_too) = places_of(both[0], room.size), places_of(both[1], quota.size)
    if not (right and right_too):
        return None
    return defer(both[0], theirs, quota, room) if forward else defer(both[1], mine, room, quota)[:, ::-1]


def _ask(pairs: Mutual, quota: Ints, room: Ints, seed: int) -> NDArray[np.bool_]:
    sides = (pairs.mentee, pairs.mentor, pairs.of_mentee, pairs.of_mentor)
    return _run(*sides, quota, room, seed if pairs.tied else None)


def _ask_back(pairs: Mutual, quota: Ints, room: Ints, seed: int) -> NDArray[np.bool_]:
    sides = (pairs.mentor, pairs.mentee, pairs.of_mentor, pairs.of_mentee)
    return _run(*sides, room, quota, seed if pairs.tied else None)


def _run(
    who: Ints, whom: Ints, mine: Ints, theirs: Ints, quota: Ints, room: Ints, seed: int | None
) -> NDArray[np.bool_]:
    """Bring the pairs into the order of asking, and break ties by lot (``seed`` is None when there are none)."""
    if seed is not None:
        lot = mixed(mixed(who.astype(np.uint64) + np.uint64(seed & 0xFFFFFFFF)) + whom.astype(np.uint64))
        short = (lot >> np.uint64(44)).astype(np.int64)
        mine, theirs = mine << 20 | short, theirs << 20 | short
    if _in_order(who, mine):
        return propose(np.searchsorted(who, np.arange(quota.size + 1)), whom, theirs, quota, room)
    order = np.lexsort((mine, who))
    kept = np.zeros(who.size, dtype=bool)
    start = np.searchsorted(who[order], np.arange(quota.size + 1))
    kept[order] = propose(start, whom[order], theirs[order], quota, room)
    return kept


def _in_order(who: Ints, mine: Ints) -> bool:
    """Strictly sorted already, as lists without ties are."""
    same = who[1:] == who[:-1]
    return bool(((who[1:] > who[:-1]) | (same & (mine[1:] > mine[:-1]))).all())


def blocking_pairs(
    assignment: Assignment, mentee_rankings: Rankings, mentor_rankings: Rankings, capacity: ArrayLike
) -> Sequence[tuple[int, int]]:
    """Mentee and mentor who name each other and would both rather have each other than what they have."""
    pairs = mutual(mentee_rankings, mentor_rankings)
    room, _ = sides((pairs.mentees, pairs.mentors), capacity, 1)
    keys = pairs.mentee * max(1, pairs.mentors) + pairs.mentor
    together = np.isin(keys, assignment.pairs[:, 0] * max(1, pairs.mentors) + assignment.pairs[:, 1])
    far = np.iinfo(np.int64).max
    mine = np.full(pairs.mentees, far)
    mine[pairs.mentee[together]] = pairs.of_mentee[together]
    worst = np.full(pairs.mentors, -1, dtype=np.int64)
    np.maximum.at(worst, pairs.mentor[together], pairs.of_mentor[together])
    worst[np.bincount(pairs.mentor[together], minlength=pairs.mentors) < room] = far
    worst[room == 0] = -1
    both = ~together & (pairs.of_mentee < mine[pairs.mentee]) & (pairs.of_mentor < worst[pairs.mentor])
    return [
        (int(mentee), int(mentor))
        for mentee, mentor in zip(pairs.mentee[both], pairs.mentor[both], strict=True)
    ]
