"""The clock: the one place that asks what time it is, so that tests can travel."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone


def now() -> dt.datetime:
    """Return the present moment in UTC."""
    return timezone.now()


def today_in(zone: dt.tzinfo) -> dt.date:
    """Return the date that a calendar on the wall shows in ``zone``."""
    return now().astimezone(zone).date()
