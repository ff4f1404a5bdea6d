"""The clock: the one place that asks what time it is, so that tests and the demo can travel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_elsewhen: ContextVar[dt.datetime | None] = ContextVar("elsewhen", default=None)


def now() -> dt.datetime:
    """Return the present moment in UTC, or the one that was travelled to."""
    return _elsewhen.get() or timezone.now()


def today_in(zone: dt.tzinfo) -> dt.date:
    """Return the date that a calendar on the wall shows in ``zone``."""
    return now().astimezone(zone).date()


@contextmanager
def travel(moment: dt.datetime) -> Iterator[None]:
    """Be at another moment for a while: for the demo, whose people have a past, and for tests."""
    token = _elsewhen.set(moment)
    try:
        yield
    finally:
        _elsewhen.reset(token)
