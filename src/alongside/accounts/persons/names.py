"""What may stand in a name, and which time zones there are."""

from __future__ import annotations

import unicodedata
import zoneinfo
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.kit.text import mixes_lookalikes, one_line


def clean_name(text: str) -> str:
    """Return the name on one line without hidden characters, or say what is wrong with it."""
    name = one_line(text)
    if not any(unicodedata.category(letter)[0] in "LN" for letter in name):
        raise ValidationError(_("Enter a name with at least one letter"))
    if mixes_lookalikes(name):
        raise ValidationError(_("Name must not mix letters of different alphabets in one word"))
    return name


def clean_zone(text: str) -> str:
    """Return the time zone if there is one of this name."""
    if text not in zones():
        raise ValidationError(_("Select a time zone from the list"))
    return text


@cache
def zones() -> frozenset[str]:
    """The names of all time zones."""
    return frozenset(zoneinfo.available_timezones())


@cache
def zone_choices() -> list[tuple[str, str]]:
    """The time zones that people look for, by place: "Europe/Lisbon" reads "Europe, Lisbon"."""
    places = sorted(
        zone for zone in zones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/"))
    )
    return [(zone, zone.replace("/", ", ").replace("_", " ")) for zone in ["UTC", *places]]
