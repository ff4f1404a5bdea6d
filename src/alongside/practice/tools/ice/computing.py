"""The ICE score, in its two ways of being worked out."""

from __future__ import annotations


def score(impact: float, confidence: float, ease: float, *, mean: bool = False) -> float:
    """impact × confidence × ease (1 to 1,000), or their mean (1 to 10); each is from 1 to 10.

    Raises ``ValueError`` outside of that range. Sources: I. Gilad (product); S. Ellis and M. Brown (mean).
    """
    given = (impact, confidence, ease)
    if not all(1 <= one <= 10 for one in given):
        raise ValueError("impact, confidence and ease are from 1 to 10")
    return sum(given) / 3 if mean else impact * confidence * ease
