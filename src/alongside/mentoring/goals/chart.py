"""The way of one goal, as a picture: the level that was told, over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.trend import signed, trend


def way(told: Sequence[tuple[dt.date, int]]) -> Chart | None:
    """Draw (day, level) pairs, which are in order of time; nothing told, nothing drawn."""
    if not told:
        return None
    summary = _("The level from −2 to +2, by date: %(levels)s") % {
        "levels": ", ".join(signed(level) for _day, level in told)
    }
    head = [_("Day"), _("Level")]
    return trend(_("Levels over time"), told, low=-2, high=2, head=head, summary=summary)
