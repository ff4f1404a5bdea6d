"""A part of the fit, its reasons and its gaps: structured, so that a caller can word and translate them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..columns import MenteeColumns, MentorColumns
from ..problem import Mentee, Mentor


@dataclass(frozen=True, slots=True)
class Reason:
    """Why points were given: a stable ``kind``, its ``values``, and the points in hundredths."""

    kind: str
    values: Mapping[str, object]
    points: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Why points are missing: a stable ``kind``, its ``values``, and the missing points in hundredths.

    ``kind`` is "unknown" when nobody knows: ``values["of"]`` says what, ``values["who"]`` whose it is.
    """

    kind: str
    values: Mapping[str, object]
    missing: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part: ``points`` of ``worth`` hundredths; reasons add up to the one, gaps to the rest."""

    name: str
    points: int
    worth: int
    reasons: tuple[Reason, ...]
    gaps: tuple[Gap, ...]


class Tally:
    """Gathers reasons and gaps while a criterion explains itself for one pair."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []
        self.gaps: list[Gap] = []

    def give(self, kind: str, points: int, /, **values: object) -> None:
        """Points were earned (a reason without points is not one)."""
        if points:
            self.reasons.append(Reason(kind, values, points))

    def miss(self, kind: str, missing: int, /, **values: object) -> None:
        """Points were not earned."""
        if missing:
            self.gaps.append(Gap(kind, values, missing))

    def unknown(self, worth: int, *, of: str, who: str) -> None:
        """What nobody knows counts half: never for a person, never against them."""
        self.give("half_for_unknown", half(worth), of=of, who=who)
        self.miss("unknown", worth - half(worth), of=of, who=who)

    def part(self, name: str, worth: int) -> Part:
        """The part, with what matters most first."""
        reasons = sorted(self.reasons, key=lambda reason: -reason.points)
        gaps = sorted(self.gaps, key=lambda gap: -gap.missing)
        return Part(name, sum(reason.points for reason in reasons), worth, tuple(reasons), tuple(gaps))


def half(worth: int) -> int:
    """What an unknown is worth."""
    return (worth + 1) // 2


def who(mentee_knows: bool) -> str:
    """Whose word is missing."""
    return "mentor" if mentee_knows else "mentee"


Side = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Criterion:
    """The two sides of the inner product and the explanation of one pair."""

    name: str
    mentor_side: Callable[[MentorColumns], Side]
    mentee_side: Callable[[MenteeColumns, MentorColumns, int], Side]
    explain: Callable[[Mentee, Mentor, int], Part]
