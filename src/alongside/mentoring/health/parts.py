"""The five parts of a mentorship's health and how they add up; pure, nothing is read here.

Health = 0.30 cadence + 0.25 pulse + 0.20 follow-through + 0.15 goal progress + 0.10 two-way value, each from
0 to 1. A part that is not known is left out and the others are weighted anew; the page says which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WEIGHTS = {"cadence": 30, "pulse": 25, "follow_through": 20, "goals": 15, "two_way": 10}
"""In hundredths; together 100."""
GREEN, AMBER = 70, 50


@dataclass(frozen=True, slots=True)
class Part:
    """One part: ``value`` from 0 to 1, or None when it is not known; made of ``count`` out of ``of``."""

    key: str
    value: float | None
    count: float = 0
    of: float = 0

    @property
    def weight(self) -> int:
        """How much it counts, in hundredths."""
        return WEIGHTS[self.key]

    @property
    def percent(self) -> int | None:
        """The value from 0 to 100."""
        return None if self.value is None else round(self.value * 100)


def share(key: str, count: float, of: float) -> Part:
    """Return ``count`` out of ``of``, at most 1; nothing to count out of is not known."""
    return Part(key, min(1.0, count / of) if of else None, count, of)


def total(parts: Sequence[Part]) -> int | None:
    """Return the whole from 0 to 100, over the parts that are known; None when none is."""
    known = [(part.weight, part.value) for part in parts if part.value is not None]
    if not known:
        return None
    return round(100 * sum(weight * value for weight, value in known) / sum(weight for weight, _ in known))


def tone(value: int | None) -> str:
    """Return how a whole is to be read: good from 70, warn from 50, bad below, nothing when not known."""
    if value is None:
        return ""
    return "good" if value >= GREEN else "warn" if value >= AMBER else "bad"
