"""What waiting costs, and in which order it costs least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Job = tuple[float, float]
"""Cost of delay in money a week (≥ 0), duration in weeks (> 0)."""


def cd3(cost: float, weeks: float) -> float:
    """Cost of delay ÷ duration. Raises ``ValueError`` for a negative cost or no duration. Source: D. Reinertsen."""
    if cost < 0 or weeks <= 0:
        raise ValueError("cost ≥ 0 and weeks > 0")
    return cost / weeks


def order_cost(order: Sequence[str], jobs: Mapping[str, Job]) -> float:
    """Σ cost of delay × the week in which the job is finished, for one team that does one job after another."""
    total = finished = 0.0
    for name in order:
        cost, weeks = jobs[name]
        finished += weeks
        total += cost * finished
    return total


def cheapest(jobs: Mapping[str, Job]) -> list[str]:
    """Descending CD3, which costs least for one queue; equals stay in their order."""
    return sorted(jobs, key=lambda name: -cd3(*jobs[name]))
