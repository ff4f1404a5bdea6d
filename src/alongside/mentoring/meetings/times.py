"""Wall-clock times of a zone as moments, right over daylight saving changes, and said when a clock jumps."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Clock = Literal["", "gap", "twice"]
MOST = 60
"""Meetings in one series: more than a year of weeks."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC, and what the clock on the wall does then."""

    at: dt.datetime
    clock: Clock = ""


def moment(day: dt.date, time: dt.time, zone: str) -> Moment:
    """Return when a wall clock of ``zone`` shows ``time`` on ``day``.

    A time that a clock leaps over ("gap") counts by the offset before the leap, so 02:30 becomes 03:30; one
    that comes twice is the first of the two. Raises ``ZoneInfoNotFoundError`` for an unknown zone.
    """
    place = zoneinfo.ZoneInfo(zone)
    local = dt.datetime.combine(day, time.replace(tzinfo=None), place)
    at = local.astimezone(dt.UTC)
    if at.astimezone(place).replace(tzinfo=None) != local.replace(tzinfo=None):
        return Moment(at, "gap")
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        return Moment(at, "twice")
    return Moment(at)


def every(days: int, first: dt.date, last: dt.date, time: dt.time, zone: str) -> Iterator[Moment]:
    """Yield the moments of a series from ``first`` to ``last`` at the same time on the wall."""
    for number in range(MOST):
        day = first + dt.timedelta(days=number * days)
        if day > last:
            return
        yield moment(day, time, zone)
