"""Kano: from two answers to a category, from many categories to one, and how much it helps or hurts."""

from __future__ import annotations

from collections.abc import Mapping

ANSWERS = ("like", "must", "neutral", "live", "dislike")
TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""Rows: the answer if it is there; columns: if not. Some variants put Q at must/must and live/live; ours has I."""
TIE_ORDER = "MOAI"


def category(there: str, missing: str) -> str:
    """A attractive, O one-dimensional, M must-be, I indifferent, R reverse, Q questionable.

    Raises ``ValueError`` for an unknown answer. Source: N. Kano, evaluation table.
    """
    return TABLE[ANSWERS.index(there)][ANSWERS.index(missing)]


def mode(counts: Mapping[str, int]) -> str:
    """The category named most often; in a tie M before O before A before I. Nothing when nobody answered."""
    known = [key for key in (*TIE_ORDER, "R", "Q") if counts.get(key, 0)]
    return max(known, key=lambda key: counts[key]) if known else ""


def better_worse(counts: Mapping[str, int]) -> tuple[float, float]:
    """better = (A + O) ÷ (A + O + M + I), from 0 to 1; worse = −(O + M) ÷ the same, from −1 to 0.

    Both are 0 when nobody counts. Source: C. Berger and others, 1993.
    """
    a, o, m, i = (counts.get(key, 0) for key in "AOMI")
    whole = a + o + m + i
    return ((a + o) / whole, -(o + m) / whole) if whole else (0.0, 0.0)
