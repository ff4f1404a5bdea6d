"""How rehearsals go: the score of a take, the change between takes, and what executives would notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.practice.tools.pitch.computing import score

LOWEST, HIGHEST, COUNT = 1, 4, 8
Scores = Sequence[Sequence[int]]


def whole(values: Sequence[int]) -> float:
    """Σ score ÷ (4 × 8) × 100 for eight scores from 1 to 4, all of one weight: from 25 to 100.

    Raises ``ValueError`` for another number of scores, or one outside of 1 to 4.
    """
    if len(values) != COUNT:
        raise ValueError("eight scores")
    return score([(1.0, float(value)) for value in values])


def means(scores: Scores) -> list[float]:
    """For each of the eight criteria the mean of those who scored. Raises ``ValueError`` without any."""
    if not scores:
        raise ValueError("at least one score")
    return [sum(column) / len(scores) for column in zip(*scores, strict=True)]


def change(before: Scores, after: Scores) -> list[float]:
    """Criterion by criterion, the mean afterwards minus the mean before: from −3 to 3."""
    return [new - old for old, new in zip(means(before), means(after), strict=True)]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a rehearsal when somebody asks what is still missing."""

    ask: str
    downside: str
    limit: int
    """Seconds."""
    longest: int
    """Seconds of the newest take; 0 without one."""
    judges: int
    """Who scored the newest take."""
    hardest_is_answered: bool
    open_objections: int


def missing(standing: Standing) -> list[str]:
    """The keys of what executives would notice, in the order in which they would."""
    questions = standing.ask.count("?")
    found = {
        "no_ask": not standing.ask,
        "many_asks": questions > 1 or len(standing.ask.splitlines()) > 1,
        "over_time": standing.longest > standing.limit,
        "no_downside": not standing.downside,
        "hardest": not standing.hardest_is_answered,
        "open": standing.open_objections > 0,
        "one_judge": standing.longest > 0 and standing.judges < 2,
    }
    return [key for key, is_so in found.items() if is_so]
