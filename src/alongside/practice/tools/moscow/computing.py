"""How the effort of a time-box is shared between must, should and could."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

COUNTED = ("M", "S", "C")


def effort_by_category(items: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Σ effort of each of M, S and C, in the unit of the efforts (≥ 0). Anything else (won't) is left out.

    Source: DSDM Agile Project Framework, chapter on MoSCoW prioritisation.
    """
    sums = dict.fromkeys(COUNTED, 0.0)
    for category, effort in items:
        if category in sums:
            sums[category] += effort
    return sums


def shares(effort: Mapping[str, float]) -> dict[str, float]:
    """share(c) = effort(c) / Σ effort(M, S, C), from 0 to 1; all 0 when there is no effort at all.

    The guide of DSDM: M at most 60 %, S about 20 %, C about 20 %.
    """
    whole = sum(effort[key] for key in COUNTED)
    return {key: effort[key] / whole if whole else 0.0 for key in COUNTED}
