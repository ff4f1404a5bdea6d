"""What may become a win, from places above: ``config/winning.py`` names them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from alongside.accounts.persons.models import Person

from .models import Win

MOST = 5
"""How many of each source are offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something of which something came, or may come: what is known of it already fills the form."""

    source: str
    code: str
    title: str
    url: str
    day: dt.datetime | None = None
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As it stands in an address."""
        return f"{self.source}-{self.code}"

    @property
    def came_from(self) -> str:
        """In words, where it began."""
        return str(Win.Source(self.source).label)


Origin = Callable[[Person, str], str]
ORIGINS: dict[str, Origin] = {}
"""For each source the address of what has this code; empty when it is gone."""
SOURCES: list[Callable[[Person], Iterable[Found]]] = []
"""Each gives the newest first."""


def found(person: Person) -> list[Found]:
    """What may become a win and is none yet."""
    kept = set(Win.objects.filter(person=person).values_list("source", "source_code"))
    return [one for source in SOURCES for one in source(person) if (one.source, one.code) not in kept]


def origin_of(win: Win) -> str:
    """The address of what a win came from, as long as that is there."""
    find = ORIGINS.get(win.source)
    return find(win.person, win.source_code) if find else ""


def found_as(person: Person, name: str) -> Found | None:
    """The one of this name."""
    return next((one for one in found(person) if one.name == name), None)
