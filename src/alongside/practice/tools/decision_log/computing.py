"""How well one's confidence fits what happens."""

from __future__ import annotations

import math
from collections.abc import Sequence

Forecast = tuple[float, int]
"""What one thought likely (0 to 1), and whether it came true (1) or not (0)."""


def brier(forecasts: Sequence[Forecast]) -> float:
    """mean (p − o)²: 0 is perfect, 0.25 is a coin, 1 is always wrong. Raises ``ValueError`` without any.

    Source: G. W. Brier, 1950.
    """
    if not forecasts:
        raise ValueError("at least one forecast")
    return sum((said - came) ** 2 for said, came in forecasts) / len(forecasts)


def calibration(forecasts: Sequence[Forecast], bins: int = 5) -> list[tuple[float, float, int]]:
    """For each part of the scale with a forecast: mean of what was said, share that came true, how many."""
    found = []
    for at in range(bins):
        low, high = at / bins, (at + 1) / bins
        inside = [one for one in forecasts if low <= one[0] < high or (at == bins - 1 and one[0] == 1)]
        if inside:
            count = len(inside)
            found.append((sum(p for p, _o in inside) / count, sum(o for _p, o in inside) / count, count))
    return found


def chance(p: float, count: int) -> tuple[float, float]:
    """Between which shares chance alone puts ``count`` forecasts of ``p``, nineteen times in twenty."""
    spread = 1.96 * math.sqrt(p * (1 - p) / count)
    return max(0.0, p - spread), min(1.0, p + spread)
