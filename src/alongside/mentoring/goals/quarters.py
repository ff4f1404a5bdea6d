"""Quarters of the year, written such as 2027-Q1."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _


def of(day: dt.date) -> str:
    """The quarter in which a day lies."""
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def after(quarter: str) -> str:
    """The next quarter."""
    year, number = _parts(quarter)
    return f"{year + number // 4}-Q{number % 4 + 1}"


def last_day(quarter: str) -> dt.date:
    """The last day of a quarter."""
    year, number = _parts(after(quarter))
    return dt.date(year, 3 * number - 2, 1) - dt.timedelta(days=1)


def spoken(quarter: str) -> str:
    """The quarter as people say it."""
    year, number = _parts(quarter)
    return _("quarter %(number)d of %(year)d") % {"number": number, "year": year}


def _parts(quarter: str) -> tuple[int, int]:
    year, _q, number = quarter.partition("-Q")
    return int(year), int(number)
