"""How a rehearsal went."""

from __future__ import annotations

from collections.abc import Sequence


def score(judged: Sequence[tuple[float, float]]) -> float:
    """Σ weight × score ÷ (4 × Σ weight) × 100, with scores from 1 to 4 and weights > 0: from 25 to 100.

    Raises ``ValueError`` outside of these, and without any.
    """
    if not judged or any(weight <= 0 or not 1 <= value <= 4 for weight, value in judged):
        raise ValueError("scores from 1 to 4 with weights above 0, at least one")
    return (
        100 * sum(weight * value for weight, value in judged) / (4 * sum(weight for weight, _value in judged))
    )
