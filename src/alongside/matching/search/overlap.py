"""When two people are both free, drawn on the reader's clock and told on both; never when only the other is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.heat import heat_map
from alongside.people.availability.week import HALF_HOUR, HALF_HOURS

EARLIEST = 6
"""The chart begins at this hour unless something is free before it."""
ONLY_YOU, BOTH = 0.2, 0.5
"""How dark half an hour is."""


def overlap_chart(
    mine: int, theirs: int, zone: ZoneInfo, their_zone: ZoneInfo | None, on: dt.date
) -> Chart | None:
    """Draw the week around ``on``; without ``their_zone`` their clock is not told."""
    if not mine & theirs:
        return None
    spans = list(_spans(mine & theirs, _monday(on)))
    days = _shades(mine, mine & theirs, zone, _monday(on))
    first = min([EARLIEST, *(hour for day in days for hour, share in enumerate(day) if share)])
    return heat_map(
        _("On your clock (%(zone)s). Strong colour: both free. Pale: only you.") % {"zone": _city(zone)},
        [(str(WEEKDAYS_ABBR[place]), day[first:]) for place, day in enumerate(days)],
        [str(hour) if hour % 3 == 0 else "" for hour in range(first, 24)],
        head=[_("On your clock (%(zone)s)") % {"zone": _city(zone)}, *_their_head(their_zone)],
        table=[[_said(span, zone), *([_said(span, their_zone)] if their_zone else [])] for span in spans],
        summary=_("Both free: %(times)s") % {"times": "; ".join(_said(span, zone) for span in spans)},
    )


def _their_head(zone: ZoneInfo | None) -> list[str]:
    return [_("On theirs (%(zone)s)") % {"zone": _city(zone)}] if zone else []


def _city(zone: ZoneInfo) -> str:
    return zone.key.rsplit("/", 1)[-1].replace("_", " ")


def _monday(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on - dt.timedelta(days=on.weekday()), dt.time(), dt.UTC)


def _shades(mine: int, both: int, zone: ZoneInfo, monday: dt.datetime) -> list[list[float]]:
    days = [[0.0] * 24 for _day in range(7)]
    for slot in range(HALF_HOURS):
        if mine >> slot & 1:
            there = (monday + slot * HALF_HOUR).astimezone(zone)
            days[there.weekday()][there.hour] += BOTH if both >> slot & 1 else ONLY_YOU
    return days


def _spans(both: int, monday: dt.datetime) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The stretches of shared time, as moments."""
    begin = None
    for slot in range(HALF_HOURS + 1):
        free = slot < HALF_HOURS and both >> slot & 1
        if free and begin is None:
            begin = slot
        elif not free and begin is not None:
            yield monday + begin * HALF_HOUR, monday + slot * HALF_HOUR
            begin = None


def _said(span: tuple[dt.datetime, dt.datetime], zone: ZoneInfo) -> str:
    begins, ends = (moment.astimezone(zone) for moment in span)
    return f"{WEEKDAYS[begins.weekday()]} {begins:%H:%M}–{ends:%H:%M}"
