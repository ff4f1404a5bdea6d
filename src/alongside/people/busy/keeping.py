"""Turns the text of a calendar into the times that are kept of it."""

from __future__ import annotations

import datetime as dt

from alongside.kit.clock import now

from .models import BusyCalendar
from .reading import Found, busy_times

LOOK_AHEAD = dt.timedelta(days=190)
"""A little more than half a year: as far as a series of meetings reaches."""


def found_in(calendar: BusyCalendar, content: bytes) -> Found:
    """When its person is busy from today on, out of the calendar's text."""
    start = now() - dt.timedelta(days=1)
    return busy_times(
        content, calendar.person.zone, start, start + LOOK_AHEAD, whole_days=calendar.whole_days
    )


def keep(calendar: BusyCalendar, found: Found) -> None:
    """Keep busy and free of it, and that it was read."""
    calendar.spans = [[int(span.start.timestamp()), int(span.end.timestamp())] for span in found.spans]
    calendar.left_out, calendar.failures, calendar.problem = found.left_out, 0, ""
    calendar.state, calendar.read_at = BusyCalendar.State.READ, now()
    calendar.save()
