"""Rankings of both sides, read into arrays: who names whom, and in which place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from .errors import InputError

Ints = NDArray[np.int64]
SQUARE = 1 << 26
"""Pairs up to which places are looked up in a table of all of them."""
Ranking = Sequence[int | Sequence[int]]
Rankings = Sequence[Ranking] | NDArray[np.integer]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """One side's lists, end to end: ``who`` ranks ``whom`` at ``place`` (0 best; a tie shares a place)."""

    who: Ints
    whom: Ints
    place: Ints
    size: int
    tied: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Mutual:
    """Pairs where each names the other, sorted by mentee, with the place on either list."""

    mentee: Ints
    mentor: Ints
    of_mentee: Ints
    of_mentor: Ints
    mentees: int
    mentors: int
    tied: bool


def mutual(mentee_rankings: Rankings, mentor_rankings: Rankings) -> Mutual:
    """Read both sides and keep the pairs where each names the other."""
    people, places = len(mentee_rankings), len(mentor_rankings)
    mine = _listed(mentee_rankings, places, "mentee")
    theirs = _listed(mentor_rankings, people, "mentor")
    if people * places <= SQUARE:
        table = np.full((people, places), -1, dtype=np.int32)
        table[theirs.whom, theirs.who] = theirs.place
        found = table[mine.who, mine.whom].astype(np.int64)
    else:
        found = _looked_up(mine.who * places + mine.whom, theirs.whom * places + theirs.who, theirs.place)
    both = found >= 0
    who, whom, place = mine.who, mine.whom, mine.place
    if not both.all():
        who, whom, place, found = who[both], whom[both], place[both], found[both]
    return Mutual(who, whom, place, found, people, places, mine.tied or theirs.tied)


def _looked_up(wanted: Ints, keys: Ints, values: Ints) -> Ints:
    order = np.argsort(keys, kind="stable")
    at = np.minimum(np.searchsorted(keys, wanted, sorter=order), keys.size - 1)
    if not keys.size:
        return np.full(wanted.size, -1, dtype=np.int64)
    return np.where(keys[order[at]] == wanted, values[order[at]], -1)


def _listed(rankings: Rankings, strangers: int, side: str) -> Listed:
    listed = _from_array(rankings) if isinstance(rankings, np.ndarray) else _from_lists(rankings)
    wrong = (listed.whom < 0) | (listed.whom >= strangers)
    if wrong.any():
        first = int(np.argmax(wrong))
        who, whom = int(listed.who[first]), int(listed.whom[first])
        raise InputError("stranger", f"The ranking of {side} {who} names {whom}, who is not there.", who=who)
    twice = _twice(listed.who * max(1, strangers) + listed.whom, listed.size * strangers)
    if twice is not None:
        who, whom = divmod(twice, max(1, strangers))
        raise InputError("twice", f"The ranking of {side} {who} names {whom} twice.", who=who, whom=whom)
    return listed


def _twice(keys: Ints, square: int) -> int | None:
    """A key that is there more than once."""
    if square <= SQUARE and keys.size:
        counts = np.bincount(keys)
        return int(np.argmax(counts)) if counts.max() > 1 else None
    keys = np.sort(keys)
    twice = keys[1:][keys[1:] == keys[:-1]]
    return int(twice[0]) if twice.size else None


def _from_array(rankings: NDArray[np.integer]) -> Listed:
    """Rows of a two-dimensional array, padded with -1 at the end."""
    if rankings.ndim != 2:
        raise InputError("shape", "An array of rankings has one row for each person.")
    people, length = rankings.shape
    if rankings.size and rankings.min() >= 0:
        who = np.repeat(np.arange(people), length)
        place = np.tile(np.arange(length), people)
        return Listed(who, rankings.ravel().astype(np.int64, copy=False), place, people)
    who, place = np.nonzero(rankings != -1)
    return Listed(who, rankings[who, place].astype(np.int64), place, len(rankings))


def _from_lists(rankings: Sequence[Ranking]) -> Listed:
    lengths = [len(ranking) for ranking in rankings]
    flat = list(chain.from_iterable(rankings))
    try:
        whom = np.array(flat, dtype=np.int64)
    except (TypeError, ValueError):
        return _with_ties(rankings)
    if whom.ndim != 1:
        return _with_ties(rankings)
    who = np.repeat(np.arange(len(lengths)), lengths)
    start = np.cumsum(lengths, dtype=np.int64) - np.array(lengths, dtype=np.int64)
    return Listed(who, whom, np.arange(whom.size) - np.repeat(start, lengths), len(lengths))


def _with_ties(rankings: Sequence[Ranking]) -> Listed:
    rows = [
        (who, int(whom), place)
        for who, ranking in enumerate(rankings)
        for place, named in enumerate(ranking)
        for whom in (named if isinstance(named, Iterable) else (named,))
    ]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Listed(columns[:, 0], columns[:, 1], columns[:, 2], len(rankings), tied=True)
