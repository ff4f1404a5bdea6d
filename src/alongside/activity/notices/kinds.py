"""The kinds of what people are told: how each is called, and how it comes when nobody has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Way(models.TextChoices):
    """How something comes to a person; all but the last can be read in the product."""

    AT_ONCE = "at_once", _("By mail at once")
    DAILY = "daily", _("In a daily mail")
    WEEKLY = "weekly", _("In a weekly mail")
    DEVICES = "devices", _("On your devices at once")
    HERE = "here", _("Only in Alongside")
    OFF = "off", _("Not at all")


RHYTHMS = (Way.DAILY, Way.WEEKLY)
"""The ways that gather what is new and bring it together."""
WITHOUT_RHYTHM = (Way.AT_ONCE, Way.DEVICES, Way.HERE, Way.OFF)
"""For letters that a calendar reads: gathered, they would be of no use to it."""
RINGS = (Way.AT_ONCE, Way.DEVICES)
"""The ways at which a person's devices ring, where they have let any do so."""
WITHOUT_LETTERS = (Way.DEVICES, Way.HERE, Way.OFF)
"""The ways by which no mail comes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One switch of a person. ``covers`` are names of notices, or the words before their first dot."""

    name: str
    group: StrOrPromise
    label: StrOrPromise
    covers: tuple[str, ...]
    usual: Way = Way.AT_ONCE
    ways: tuple[Way, ...] = tuple(Way)


WAITING = Kind("waiting", _("Everything else"), _("Whatever else waits for you"), ())
NEWS = Kind("news", _("Everything else"), _("Smaller news of every kind"), (), usual=Way.DAILY)
KINDS: list[Kind] = []
"""The switches that are shown; the page ``config/kinds.py`` fills the list."""


def every_kind() -> list[Kind]:
    """All switches; the last two are for what has none of its own."""
    return [*KINDS, WAITING, NEWS]


def kind_of(name: str, *, has_letter: bool) -> Kind:
    """The switch of the notice ``name``. What comes at once has a letter; a mere line is smaller news."""
    noun = name.partition(".")[0]
    found = _covering(name) or _covering(noun) or WAITING
    return NEWS if found.usual == Way.AT_ONCE and not has_letter else found


def _covering(name: str) -> Kind | None:
    return next((kind for kind in KINDS if name in kind.covers), None)
