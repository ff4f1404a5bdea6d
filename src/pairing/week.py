"""A week of free time as 336 half-hours of UTC in six 64-bit words, with room for "unknown"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import numpy as np
from numpy.typing import NDArray

from .errors import InputError

SLOTS = 336
"""Half-hours in a week; slot 0 starts on Monday at 00:00 UTC."""
WORDS = 6
ENOUGH = 8
"""Shared half-hours a week (four hours) from which more overlap is worth no more."""

# The spare bits above the slots say what is not a time, so that one AND and one count of bits answer
# everything: two people who both work asynchronously share ENOUGH, an unknown week shares half of it.
_ASYNCHRONOUS = ((1 << ENOUGH) - 1) << SLOTS
_MENTEE_UNKNOWN = ((1 << ENOUGH // 2) - 1) << (SLOTS + ENOUGH)
_MENTOR_UNKNOWN = _MENTEE_UNKNOWN << (ENOUGH // 2)
_LOW = (1 << 64) - 1

Week = int | NDArray[np.bool_] | None
"""A bitmask of 336 half-hours, an array of 336 half-hours or 672 quarter-hours, or not known."""


def as_bits(week: Week) -> int | None:
    """The week as a whole number, bit k for half-hour k; quarter-hours count when both are free."""
    if week is None:
        return None
    if isinstance(week, int):
        if not 0 <= week < 1 << SLOTS:
            raise InputError("week", f"A week has {SLOTS} half-hours; this bitmask does not fit.")
        return week
    flags = np.asarray(week, dtype=bool)
    if flags.shape == (2 * SLOTS,):
        flags = flags[::2] & flags[1::2]
    if flags.shape != (SLOTS,):
        raise InputError("week", f"A week is {SLOTS} half-hours or {2 * SLOTS} quarter-hours.")
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def mentee_bits(week: Week, *, asynchronous: bool) -> int:
    """What a mentee brings to the AND."""
    bits = as_bits(week)
    shared = _MENTEE_UNKNOWN if bits is None else bits | _MENTOR_UNKNOWN
    return shared | (_ASYNCHRONOUS if asynchronous else 0)


def mentor_bits(week: Week, *, asynchronous: bool) -> int:
    """What a mentor brings to the AND."""
    bits = as_bits(week)
    shared = (_MENTOR_UNKNOWN if bits is None else bits) | _MENTEE_UNKNOWN
    return shared | (_ASYNCHRONOUS if asynchronous else 0)


def as_words(bits: Iterable[int], words: int) -> NDArray[np.uint64]:
    """Whole numbers as rows of 64-bit words, lowest first: shape (count, words)."""
    rows = [[(value >> (64 * word)) & _LOW for word in range(words)] for value in bits]
    return np.array(rows, dtype=np.uint64).reshape(len(rows), words)


def shared_slots(mentee: NDArray[np.uint64], mentors: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Bits in common of one mentee's words with every row of mentors."""
    counts: NDArray[np.int64] = np.bitwise_count(mentors & mentee).sum(axis=1, dtype=np.int64)
    return counts


def overlap_hours(one: Week, other: Week) -> float | None:
    """Hours a week in which both are free, or None when a week is not known."""
    left, right = as_bits(one), as_bits(other)
    return None if left is None or right is None else (left & right).bit_count() / 2


def free_week(windows: Iterable[tuple[int, time, time]], zone: tzinfo, monday: date) -> int:
    """Wall-clock windows (weekday, from, to) as the UTC bitmask of the week that starts on ``monday``.

    The zone's own rules for that very week are used, so the mask is right on both sides of a change to
    or from summer time; times that spill over the week's edge wrap round to its other end. A window that
    ends at 00:00 ends at midnight.
    """
    bits = 0
    start_of_week = datetime.combine(monday, time(), UTC)
    for weekday, opens, closes in windows:
        day = monday + timedelta(days=weekday)
        last = day + timedelta(days=1) if closes <= opens and closes == time() else day
        begin = datetime.combine(day, opens, zone).astimezone(UTC)
        end = datetime.combine(last, closes, zone).astimezone(UTC)
        first = -((start_of_week - begin) // timedelta(minutes=30))
        for slot in range(first, (end - start_of_week) // timedelta(minutes=30)):
            bits |= 1 << (slot % SLOTS)
    return bits
