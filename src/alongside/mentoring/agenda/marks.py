"""What a topic came from is known above: the wiring says how to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from alongside.accounts.persons.models import Person


class Mark(Protocol):
    """Where a topic came from, and whether that is dealt with."""

    @property
    def url(self) -> str:
        """The page of what it came from."""

    @property
    def resolved(self) -> bool:
        """Whether nothing is left to talk about."""


MARKS: list[Callable[[int, Person], Mapping[int, Mark]]] = []
"""For a meeting's number and its reader, the mark of each topic that has one, by the topic's number."""
