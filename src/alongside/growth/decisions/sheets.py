"""The sheet that weighs a decision lives in practice, an area above: ``config/deciding.py`` says how it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person

from .models import CareerDecision


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a sheet says now: each option with its figures, and the weights at which the order changes."""

    title: str
    url: str
    compare: str
    """Where a mentor's scores stand beside one's own."""
    shared: bool
    options: list[tuple[str, str]]
    flips: list[tuple[str, str, str]]
    """A criterion, its weight now, and the weight at which the two best change places."""
    cautions: list[str]
    picture: Any  # Any: a chart, or nothing


@dataclass(frozen=True, slots=True)
class Sheets:
    """How a sheet is opened for a decision, and how it is read."""

    start: Callable[[CareerDecision], str]
    read: Callable[[Person, str], Weighed | None]


SHEETS: list[Sheets] = []
"""One line, from ``config/deciding.py``."""


def opened(decision: CareerDecision) -> str:
    """Open a sheet for a decision; its code."""
    return SHEETS[0].start(decision)


def weighed(decision: CareerDecision) -> Weighed | None:
    """What the sheet of a decision says; nothing without one, or when it was removed."""
    return SHEETS[0].read(decision.person, decision.sheet) if decision.sheet else None
