"""How far somebody has come over the bridge."""

from __future__ import annotations

from collections.abc import Sequence

WORTH = {"": 0.0, "seen": 0.4, "helped": 0.7, "led": 1.0}


def crossed(levels: Sequence[str]) -> float:
    """Σ {nothing 0, seen 0.4, helped 0.7, led 1} ÷ how many there are, from 0 to 1; 0 without any.

    Raises ``KeyError`` for an unknown level. The weights are our judgement.
    """
    return sum(WORTH[level] for level in levels) / len(levels) if levels else 0.0
