"""Dates as people and services write them in a career."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def read_month(text: str) -> dt.date | None:
    """Return the first day meant by "Jan 2019", "2019", "2019-01", "01/2019" or "2019-01-15"; else None."""
    words = text.strip().lower()
    year = re.search(r"\b(19|20)\d\d\b", words)
    if year is None:
        return None
    iso = re.match(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$", words)
    named = next((place for place, name in enumerate(MONTHS, start=1) if name in words), None)
    slashed = re.match(r"^(\d{1,2})/\d{4}$", words)
    month = int(iso[2]) if iso else named or (int(slashed[1]) if slashed else 1)
    day = int(iso[3]) if iso and iso[3] else 1
    try:
        return dt.date(int(year[0]), month, day)
    except ValueError:
        return None
