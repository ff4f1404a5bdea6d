"""Goal attainment scaling: several goals on one scale, on which 50 means "as expected"."""

from __future__ import annotations

import math
from collections.abc import Iterable

CORRELATION = 0.3
"""How much the goals of one person are assumed to go together, as in the method's original paper."""


def t_score(goals: Iterable[tuple[float, int]]) -> float | None:
    """The T-score of (weight, level from −2 to +2) pairs; None without goals.

    T = 50 + 10 · Σ wx / √((1 − ρ) · Σ w² + ρ · (Σ w)²), with ρ = 0.3.
    """
    pairs = list(goals)
    if not pairs:
        return None
    gained = sum(weight * level for weight, level in pairs)
    squares = sum(weight * weight for weight, _level in pairs)
    total = sum(weight for weight, _level in pairs)
    return 50 + 10 * gained / math.sqrt((1 - CORRELATION) * squares + CORRELATION * total * total)
