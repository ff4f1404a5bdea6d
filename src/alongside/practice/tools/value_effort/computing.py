"""Value against effort."""

from __future__ import annotations

from statistics import median


def ratio(value: float, effort: float) -> float:
    """value ÷ effort, each from 1 to 10. Raises ``ValueError`` outside of that range."""
    if not (1 <= value <= 10 and 1 <= effort <= 10):
        raise ValueError("value and effort are from 1 to 10")
    return value / effort


def split(points: list[tuple[float, float]], *, by_median: bool) -> tuple[float, float]:
    """Where the quadrants meet: at the medians of effort and value, or in the middle of the scale (5.5)."""
    if not by_median or not points:
        return 5.5, 5.5
    return median(effort for effort, _value in points), median(value for _effort, value in points)


def quadrant(effort: float, value: float, at: tuple[float, float]) -> str:
    """quick (much for little), big (much for much), fill (little for little) or leave (little for much)."""
    much, costly = value >= at[1], effort > at[0]
    return ("big" if costly else "quick") if much else ("leave" if costly else "fill")
