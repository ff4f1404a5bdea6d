"""The RICE score."""

from __future__ import annotations

from itertools import pairwise

IMPACTS = (3.0, 2.0, 1.0, 0.5, 0.25)


def score(reach: float, impact: float, confidence: float, effort: float) -> float:
    """reach × impact × confidence ÷ effort.

    reach: people or events in one period (≥ 0); impact: one of 3, 2, 1, 0.5, 0.25; confidence: a share from 0 to 1;
    effort: person-months (> 0). Raises ``ValueError`` outside of these. Source: S. McBride, Intercom, 2016.
    """
    if reach < 0 or effort <= 0 or not 0 <= confidence <= 1 or impact not in IMPACTS:
        raise ValueError("reach ≥ 0, effort > 0, confidence from 0 to 1, and impact on its scale")
    return reach * impact * confidence / effort


def ties(ordered: list[float], within: float = 0.2) -> list[int]:
    """The places whose score is less than ``within`` above the next one: too close to call."""
    return [
        place
        for place, (one, other) in enumerate(pairwise(ordered))
        if one > 0 and (one - other) / one < within
    ]
