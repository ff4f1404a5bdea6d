"""What may become evidence, from places above: ``config/evidencing.py`` names them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alongside.accounts.persons.models import Person

from .models import Evidence

MOST = 4
"""How many of each source are offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was done here, and the skills that it is said to show."""

    source: str
    code: str
    title: str
    url: str
    day: dt.date
    skills: tuple[str, ...] = ()
    """Keys of the framework; the first of them fills the form."""
    text: str = ""

    @property
    def name(self) -> str:
        """As it stands in an address."""
        return f"{self.source}-{self.code}"

    @property
    def came_from(self) -> str:
        """In words, where it stands."""
        return str(Evidence.Source(self.source).label)


SOURCES: list[Callable[[Person], Iterable[Found]]] = []
"""Each gives the newest first."""
ORIGINS: dict[str, Callable[[Person, str], str]] = {}
"""For each source the address of what has this code, for one reader; empty when they do not see it."""


def found(person: Person, evidence: Iterable[Evidence]) -> list[Found]:
    """What was done here and is not among the person's evidence yet, the newest first."""
    kept = {(one.source, one.source_code) for one in evidence}
    every = [one for source in SOURCES for one in source(person) if (one.source, one.code) not in kept]
    return sorted(every, key=lambda one: one.day, reverse=True)


def found_as(person: Person, name: str) -> Found | None:
    """The one of this name, for another skill too."""
    every = (one for source in SOURCES for one in source(person))
    return next((one for one in every if one.name == name), None) if name else None


def origin_of(evidence: Evidence, reader: Person | None) -> str:
    """The address of what it came from, as long as that is there and the reader sees it."""
    find = ORIGINS.get(evidence.source)
    return find(reader, evidence.source_code) if find and reader else ""
