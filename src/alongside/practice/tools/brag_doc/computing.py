"""Whether the evidence carries a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def readiness(confirmed: Iterable[str], targets: Iterable[str]) -> float:
    """The share of target skills with at least two confirmed items, from 0 to 1; 0 without targets."""
    counted, wanted = Counter(confirmed), set(targets)
    return sum(counted[skill] >= 2 for skill in wanted) / len(wanted) if wanted else 0.0


def concentration(projects: Sequence[str]) -> float:
    """The share of the items that come from the project with the most of them, from 0 to 1."""
    return max(Counter(projects).values()) / len(projects) if projects else 0.0
