"""The opportunity score of a need, from what respondents say of importance and satisfaction."""

from __future__ import annotations

from collections.abc import Sequence

BANDS = ((15.0, "extreme"), (12.0, "high"), (10.0, "moderate"), (0.0, "low"))
"""Our choice: the sources draw them differently."""


def top_two(ratings: Sequence[float]) -> float:
    """The share of ratings of 4 or 5 (on 1 to 5), × 10: from 0 to 10. Raises ``ValueError`` without any."""
    if not ratings or not all(1 <= rating <= 5 for rating in ratings):
        raise ValueError("ratings are from 1 to 5, and there is at least one")
    return 10 * sum(rating >= 4 for rating in ratings) / len(ratings)


def score(importance: float, satisfaction: float) -> float:
    """importance + max(importance − satisfaction, 0), each from 0 to 10: from 0 to 20. Source: A. Ulwick (ODI)."""
    return importance + max(importance - satisfaction, 0)


def band(found: float) -> str:
    """The band of a score: extreme from 15, high from 12, moderate from 10, low below."""
    return next(name for least, name in BANDS if found >= least)
