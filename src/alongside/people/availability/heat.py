"""The week as numbers for a chart: how much of each hour is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .week import Open


def heat(windows: Iterable[Open]) -> list[list[float]]:
    """Seven days of 24 hours on the wall clock, each from 0 (not free) to 1 (all of the hour)."""
    days = [[0.0] * 24 for _day in range(7)]
    for window in windows:
        starts, ends = _minutes(window.starts), _minutes(window.ends) or 24 * 60
        for hour in range(starts // 60, -(-ends // 60)):
            share = (min(ends, 60 * hour + 60) - max(starts, 60 * hour)) / 60
            days[window.weekday][hour] = min(1.0, days[window.weekday][hour] + share)
    return days


def hours_a_week(windows: Iterable[Open]) -> float:
    """How many hours are open in a week."""
    return sum((_minutes(one.ends) or 24 * 60) - _minutes(one.starts) for one in windows) / 60


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
