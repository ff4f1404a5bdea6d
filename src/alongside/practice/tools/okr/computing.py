"""How far key results and their objective have come."""

from __future__ import annotations

from collections.abc import Sequence


def key_result(start: float, target: float, current: float) -> float:
    """clamp((current − start) ÷ (target − start), 0, 1); also right for a measure that is to fall.

    Raises ``ValueError`` when the target is where one starts. Source: re:Work.
    """
    if target == start:
        raise ValueError("the target is not the start")
    return min(1.0, max(0.0, (current - start) / (target - start)))


def objective(results: Sequence[tuple[float, float]]) -> float:
    """The mean of (progress, weight), weighted; weights ≥ 0. Without any weight all count the same; empty is 0."""
    whole = sum(weight for _progress, weight in results)
    if not whole:
        return sum(progress for progress, _weight in results) / len(results) if results else 0.0
    return sum(progress * weight for progress, weight in results) / whole


def band(progress: float) -> str:
    """red below 0.4, amber below 0.7, else green; the source's bands have gaps, ours do not."""
    return "red" if progress < 0.4 else "amber" if progress < 0.7 else "green"
