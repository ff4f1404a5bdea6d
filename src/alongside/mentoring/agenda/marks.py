"""What a topic came from is known above: the wiring says how to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from alongside.accounts.persons.models import Person
from alongside.mentoring.meetings.models import AgendaItem


class Mark(Protocol):
    """Where a topic came from, and whether that is dealt with."""

    @property
    def url(self) -> str:
        """The page of what it came from."""

    @property
    def resolved(self) -> bool:
        """Whether nothing is left to talk about."""


MARKS: list[Callable[[list[AgendaItem], Person], Mapping[int, Mark]]] = []
"""For the topics of a meeting and its reader, the mark of each that has one, by its number."""
