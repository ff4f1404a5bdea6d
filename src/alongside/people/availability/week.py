"""Free time as it really passes: windows on a wall clock, turned into moments, right over clock changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

HALF_HOUR = dt.timedelta(minutes=30)
HALF_HOURS = 336
"""Half-hours of a week: bit 0 of a mask is Monday 00:00 to 00:30 in UTC."""
DAY = dt.timedelta(days=1)
MIDNIGHT = dt.time()


class Open(Protocol):
    """A window of the week, such as a row of ``Window``; one that ends at 00:00 ends at midnight."""

    @property
    def weekday(self) -> int: ...
    @property
    def starts(self) -> dt.time: ...
    @property
    def ends(self) -> dt.time: ...


class Opening(NamedTuple):
    """A window of the week as a plain value."""

    weekday: int
    starts: dt.time
    ends: dt.time


class Span(NamedTuple):
    """From one moment to another, both in UTC."""

    start: dt.datetime
    end: dt.datetime


class Steady(NamedTuple):
    """A stretch of time in which the zone's distance from UTC stays the same."""

    start: dt.datetime
    end: dt.datetime
    offset: dt.timedelta


def mask(windows: Iterable[Open], zone: dt.tzinfo, on: dt.date) -> int:
    """Return the week around ``on`` as 336 bits, one for each whole half-hour that is free."""
    monday = dt.datetime.combine(on - on.weekday() * DAY, MIDNIGHT, dt.UTC)
    bits = 0
    for span in free(windows, zone, monday, monday + 7 * DAY):
        first = -((monday - span.start) // HALF_HOUR)
        last = (span.end - monday) // HALF_HOUR
        if last > first:
            bits |= ((1 << (last - first)) - 1) << first
    return bits


@lru_cache(maxsize=4096)
def mask_of(windows: tuple[Opening, ...], zone: dt.tzinfo, on: dt.date) -> int:
    """The same for plain values; many people keep the same hours."""
    return mask(windows, zone, on)


def free(windows: Iterable[Open], zone: dt.tzinfo, start: dt.datetime, end: dt.datetime) -> list[Span]:
    """Return when the windows are open between two moments: exactly when a clock on the wall says so."""
    listed = list(windows)
    spans = (
        span
        for stretch in steady(zone, start.astimezone(dt.UTC), end.astimezone(dt.UTC))
        for span in _in_stretch(listed, stretch)
    )
    return merged(spans)


def shared(weeks: Sequence[Sequence[Span]]) -> list[Span]:
    """Return when everybody is free, out of when each of them is."""
    if not weeks:
        return []
    together = list(weeks[0])
    for week in weeks[1:]:
        together = list(_both(together, week))
    return together


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Return what is left of spans when other ones are cut out of them."""
    left = list(spans)
    for cut in merged(taken):
        left = [part for span in left for part in _outside(span, cut)]
    return left


def merged(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order and join those that touch."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


@lru_cache(maxsize=4096)
def steady(zone: dt.tzinfo, start: dt.datetime, end: dt.datetime) -> tuple[Steady, ...]:
    """Cut a time into stretches at each change of the clocks; at most one change a day is looked for."""
    stretches: list[Steady] = []
    edges = [start, *_changes(zone, start, end), end]
    for begins, stops in pairwise(edges):
        stretches.append(Steady(begins, stops, _offset(zone, begins)))
    return tuple(stretches)


def _changes(zone: dt.tzinfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    day = start
    while day < end:
        next_day = min(day + DAY, end)
        if _offset(zone, day) != _offset(zone, next_day):
            yield _change(zone, day, next_day)
        day = next_day


def _change(zone: dt.tzinfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    """Return the first second with the new offset, by halving."""
    old = _offset(zone, before)
    while after - before > dt.timedelta(seconds=1):
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after


def _offset(zone: dt.tzinfo, moment: dt.datetime) -> dt.timedelta:
    return moment.astimezone(zone).utcoffset() or dt.timedelta()


def _in_stretch(windows: Sequence[Open], stretch: Steady) -> Iterator[Span]:
    first = (stretch.start + stretch.offset).date()
    last = (stretch.end + stretch.offset).date()
    for number in range((last - first).days + 1):
        date = first + number * DAY
        for window in windows:
            if window.weekday == date.weekday():
                yield from _clipped(window, date, stretch)


def _clipped(window: Open, date: dt.date, stretch: Steady) -> Iterator[Span]:
    ends_on = date + DAY if window.ends == MIDNIGHT else date
    starts = dt.datetime.combine(date, window.starts, dt.UTC) - stretch.offset
    ends = dt.datetime.combine(ends_on, window.ends, dt.UTC) - stretch.offset
    span = Span(max(starts, stretch.start), min(ends, stretch.end))
    if span.start < span.end:
        yield span


def _outside(span: Span, cut: Span) -> Iterator[Span]:
    if cut.end <= span.start or cut.start >= span.end:
        yield span
        return
    if span.start < cut.start:
        yield Span(span.start, cut.start)
    if cut.end < span.end:
        yield Span(cut.end, span.end)


def _both(one: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    i = j = 0
    while i < len(one) and j < len(other):
        span = Span(max(one[i].start, other[j].start), min(one[i].end, other[j].end))
        if span.start < span.end:
            yield span
        if one[i].end < other[j].end:
            i += 1
        else:
            j += 1
