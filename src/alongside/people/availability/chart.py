"""The week as a picture: a heat map of the hours in which a person can meet."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.heat import heat_map

from .heat import heat
from .models import Window

EARLIEST = 6
"""The chart begins at this hour unless something is open before it."""


def week_chart(windows: Sequence[Window]) -> Chart:
    """Draw the windows; the table lists them day by day."""
    days = heat(windows)
    first = min([EARLIEST, *(hour for day in days for hour, share in enumerate(day) if share)])
    rows = [(str(WEEKDAYS_ABBR[place]), day[first:]) for place, day in enumerate(days)]
    columns = [str(hour) if hour % 3 == 0 else "" for hour in range(first, 24)]
    head = [_("Day"), _("Free")]
    return heat_map(
        _("Your week"), rows, columns, head=head, table=_table(windows), summary=_summary(windows)
    )


def _table(windows: Sequence[Window]) -> list[list[str]]:
    return [[str(name), _said(windows, weekday) or "–"] for weekday, name in WEEKDAYS.items()]


def _summary(windows: Sequence[Window]) -> str:
    said = [
        f"{name} {_said(windows, weekday)}" for weekday, name in WEEKDAYS.items() if _said(windows, weekday)
    ]
    return _("Your week: %(times)s") % {"times": "; ".join(said)}


def _said(windows: Sequence[Window], weekday: int) -> str:
    on_the_day = sorted((one.starts, one.ends) for one in windows if one.weekday == weekday)
    return ", ".join(f"{starts:%H:%M}–{ends:%H:%M}" for starts, ends in on_the_day)
