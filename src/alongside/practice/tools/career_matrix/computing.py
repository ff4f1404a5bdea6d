"""Weighted totals, the weight at which the order flips, and how sure the winner is."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

SEED, DRAWS, SPREAD = 20260101, 1000, 0.2
SAME = 1e-12
"""Totals that differ by less are equal: what is left is the rounding of sums."""
Scores = Mapping[str, float]
"""A score from 1 to 5 for each criterion."""


def shares_of_100(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights in proportion, in tenths, adding up to 100 exactly: w ÷ Σ w × 100, the largest rests rounded up.

    Unit: points of 100. Weights are 0 or more; ``ValueError`` when they add up to nothing. Source: largest remainder.
    """
    exact = {key: share * 1000 for key, share in normalised(weights).items()}
    tenths = {key: int(value) for key, value in exact.items()}
    rests = sorted(exact, key=lambda key: tenths[key] - exact[key])
    for key in rests[: 1000 - sum(tenths.values())]:
        tenths[key] += 1
    return {key: value / 10 for key, value in tenths.items()}


def normalised(weights: Mapping[str, float]) -> dict[str, float]:
    """The same weights so that they add up to 1. Raises ``ValueError`` for a negative one, or when all are 0."""
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("weights are not negative, and not all 0")
    return {name: weight / whole for name, weight in weights.items()}


def total(weights: Mapping[str, float], scores: Scores) -> float:
    """Σ weight × score over the criteria, with weights that add up to 1: from 1 to 5."""
    return sum(weight * scores[name] for name, weight in weights.items())


def flip_weight(weights: Mapping[str, float], one: Scores, other: Scores, criterion: str) -> float | None:
    """The weight of ``criterion`` at which both have the same total; the others keep their proportions.

    With d the difference in the criterion and r that of the others, weighted among themselves: r ÷ (r − d). None
    when no weight between 0 and 1 makes them equal.
    """
    rest = {name: weight for name, weight in weights.items() if name != criterion}
    whole = sum(rest.values())
    if not whole:
        return None
    others = sum(weight / whole * (one[name] - other[name]) for name, weight in rest.items())
    here = one[criterion] - other[criterion]
    if others == here:
        return None
    found = others / (others - here)
    return found if 0 <= found <= 1 else None


def win_shares(weights: Mapping[str, float], options: Mapping[str, Scores]) -> dict[str, float]:
    """How often each option wins in 1,000 seeded draws of every weight within ± 20 %; a tie is shared."""
    drawn = np.array(list(weights.values())) * (1 + SPREAD * (2 * _even(len(weights)) - 1))
    scores = np.array([[option[name] for name in weights] for option in options.values()])
    totals = drawn @ scores.T / drawn.sum(axis=1, keepdims=True)
    wins = totals > totals.max(axis=1, keepdims=True) - SAME
    shares = (wins / wins.sum(axis=1, keepdims=True)).mean(axis=0)
    return dict(zip(options, shares.tolist(), strict=True))


@lru_cache(maxsize=8)
def _even(criteria: int) -> npt.NDArray[np.float64]:
    """The draws from 0 to 1, which the seed alone decides: most of the time of a what-if went into making them anew."""
    source = random.Random(SEED)  # noqa: S311  repeatable draws, no secret
    return np.array([source.random() for _ in range(DRAWS * criteria)]).reshape(DRAWS, criteria)
