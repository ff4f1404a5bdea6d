"""What nouns of every area put on a person's record; each has its line in ``config/shelves.py``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from alongside.accounts.persons.models import Person
from alongside.vault.keys.keyring import Unreadable

MOST = 5
"""How many lines of a shelf are shown; its page has all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on a shelf."""

    text: str
    url: str
    day: dt.datetime | dt.date | None = None
    mark: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of thing. ``lines`` are the newest first, at most ``MOST`` of them, in one query or two."""

    name: str | Promise
    icon: str
    page: str
    """The name of the address with all of them."""
    lines: Callable[[Person], Iterable[Line]]


SHELVES: list[Shelf] = []
"""In the order of the page."""


def filled(person: Person) -> list[tuple[Shelf, list[Line]]]:
    """The shelves on which something stands."""
    found = [(shelf, _lines(shelf, person)) for shelf in SHELVES]
    return [(shelf, lines) for shelf, lines in found if lines]


def _lines(shelf: Shelf, person: Person) -> list[Line]:
    """What can be read; a shelf whose key was destroyed is empty."""
    try:
        return list(shelf.lines(person))[:MOST]
    except Unreadable:
        return []
