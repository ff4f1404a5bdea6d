"""Reads calendars anew by their addresses, every hour; one that fails keeps its last good times."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.outbound import Unfetched, fetch

from . import keeping
from .models import BusyCalendar, BusyCalendarQuerySet
from .reading import LARGEST

EVERY = dt.timedelta(hours=1)
LONGEST_WAIT = dt.timedelta(days=1)
AT_ONCE = 200
"""A worker reads so many in a turn, so that other things of the same minute are not kept waiting for long."""


def read_due(at: dt.datetime) -> int:
    """Read what is due; return how many were tried. Nothing of the database is held while waiting for an answer."""
    for tried in range(AT_ONCE):
        calendar = _claim(at)
        if calendar is None:
            return tried
        _read(calendar, at)
    return AT_ONCE


@transaction.atomic
def _claim(at: dt.datetime) -> BusyCalendar | None:
    """Take one that is due, past those that others hold; whoever dies over it leaves it for the next hour."""
    due = BusyCalendar.objects.filter(next_at__lte=at, person__is_active=True).order_by("next_at")
    calendar = due.select_for_update(skip_locked=True, of=("self",)).select_related("person").first()
    if calendar is not None:
        calendar.next_at = at + EVERY
        calendar.save(update_fields=["next_at"])
    return calendar


def _read(calendar: BusyCalendar, at: dt.datetime) -> None:
    try:
        found = keeping.found_in(calendar, fetch(calendar.address, largest=LARGEST))
    except (Unfetched, Refused) as no:
        wait = min(EVERY * 2 ** min(calendar.failures, 10), LONGEST_WAIT)
        _kept(calendar).update(
            state=BusyCalendar.State.FAILED, problem=str(no.sentence)[:300], failures=calendar.failures + 1,
            next_at=at + wait,
        )  # fmt: skip
    else:
        if _kept(calendar).exists():
            keeping.keep(calendar, found)


def _kept(calendar: BusyCalendar) -> BusyCalendarQuerySet:
    """The row, if nobody took it away meanwhile."""
    return BusyCalendar.objects.filter(pk=calendar.pk)


@app.task(name="busy.read_now", queue="calendars", queueing_lock="busy.read_now")
def read_now() -> None:
    """Read what was added or asked for a moment ago."""
    read_due(now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="busy.keep_time", queue="calendars", queueing_lock="busy.keep_time", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every five minutes: read what is due."""
    read_due(now())
