"""Quiet hours, and the hour of a daily or weekly mail, on the clock of the reader's wall."""

from __future__ import annotations

import datetime as dt

from .kinds import Way

MORNING = dt.time(8)
"""When daily and weekly mails come; the weekly one on Mondays."""
DAY = dt.timedelta(days=1)


def end_of_quiet(at: dt.datetime, zone: dt.tzinfo, begins: dt.time, ends: dt.time) -> dt.datetime | None:
    """The moment when the quiet hours in which ``at`` lies are over, or None when it lies in none.

    An end that the clock skips in spring comes an hour later; one that it shows twice in autumn is the first
    of the two that is still to come.
    """
    there = at.astimezone(zone)
    clock = there.time()
    if begins <= ends:
        inside, day = begins <= clock < ends, there.date()
    else:
        inside = clock >= begins or clock < ends
        day = there.date() + (DAY if clock >= begins else dt.timedelta())
    if not inside:
        return None
    first = _moment(day, ends, zone)
    return first if first > at else _moment(day, ends.replace(fold=1), zone)


def last_mail(rhythm: str, at: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The latest morning, not after ``at``, at which the reader's mail of this rhythm was due."""
    day = at.astimezone(zone).date()
    if _moment(day, MORNING, zone) > at:
        day -= DAY
    if rhythm == Way.WEEKLY:
        day -= DAY * day.weekday()
    return _moment(day, MORNING, zone)


def _moment(day: dt.date, clock: dt.time, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, clock, zone).astimezone(dt.UTC)
