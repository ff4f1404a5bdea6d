"""Weighted shortest job first."""

from __future__ import annotations

SCALE = (1, 2, 3, 5, 8, 13, 20)


def score(value: float, time: float, risk: float, size: float) -> float:
    """(value + time criticality + risk reduction) ÷ job size, all relative on 1, 2, 3, 5, 8, 13, 20.

    Raises ``ValueError`` when a number is not on that scale. Source: Scaled Agile Framework, after D. Reinertsen.
    """
    if not all(one in SCALE for one in (value, time, risk, size)):
        raise ValueError("each number is one of 1, 2, 3, 5, 8, 13, 20")
    return (value + time + risk) / size
