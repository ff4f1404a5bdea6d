"""What is asked of the studio: weights, rules and an aim, as they stand in the address of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from alongside.matching.rounds.models import Round
from alongside.programmes.programmes.weights import ALL, BOUNDS, USUAL

Rules = Mapping[str, Any]  # Any: see ``Round.rules``
BY_NAME = {"must", "never"}
"""Rules about single pairs, which are pins and not part of what is asked."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to decide a round."""

    aim: str
    weights: Mapping[str, int]
    rules: Rules = field(default_factory=dict)

    @property
    def query(self) -> str:
        """The same, for an address."""
        rules, low_high = self.rules, self.rules.get("inside") or [0, 1]
        seniority = self.rules.get("seniority") or ["", ""]
        told = {
            "aim": self.aim,
            **self.weights,
            "own_organisation": "on" if rules.get("own_organisation") else "",
            "one_per_team": "on" if rules.get("one_per_team") else "",
            "floor": rules.get("floor") or "",
            "above_least": seniority[0],
            "above_most": seniority[1],
            "inside_least": round(100 * low_high[0]) or "",
            "inside_most": round(100 * low_high[1]) if low_high[1] < 1 else "",
        }
        return urlencode({name: value for name, value in told.items() if value != ""})


def setting_of(round: Round) -> Setting:
    """How the round is decided as it stands."""
    return Setting(round.decided_by, round.weights or dict(USUAL), plain(round.rules))


def plain(rules: Rules) -> dict[str, Any]:  # Any: see ``Round.rules``
    """The rules that hold, without those about single pairs, written in one way."""
    return {name: rules[name] for name in sorted(rules) if name not in BY_NAME and holds(name, rules[name])}


def holds(name: str, value: Any) -> bool:  # Any: see ``Round.rules``
    """Whether a rule says anything at all."""
    return list(value or (0, 1)) != [0, 1] if name == "inside" else value not in (None, False, "")


def setting_from(cleaned: Mapping[str, Any]) -> Setting:  # Any: what the form has read
    """What somebody asked with the form."""
    rules: dict[str, Any] = {  # Any: see ``Round.rules``
        "floor": cleaned["floor"],
        "own_organisation": cleaned["own_organisation"],
        "one_per_team": cleaned["one_per_team"],
        "inside": [_share(cleaned["inside_least"], 0), _share(cleaned["inside_most"], 100)],
        "seniority": _between(cleaned["above_least"], cleaned["above_most"]),
    }
    return Setting(cleaned["aim"], balanced({name: cleaned[name] for name in BOUNDS}), plain(rules))


def _share(percent: int | None, otherwise: int) -> float:
    whole = otherwise if percent is None else percent
    return whole / 100 if whole % 100 else whole // 100


FURTHEST = 20
"""Rungs that nobody is apart."""


def _between(least: int | None, most: int | None) -> list[int] | None:
    if least is None and most is None:
        return None
    return [-FURTHEST if least is None else least, FURTHEST if most is None else most]


def initial_of(setting: Setting) -> dict[str, Any]:  # Any: one value for each field
    """What the form begins with."""
    rules = setting.rules
    low, high = rules.get("inside") or (0, 1)
    least, most = rules.get("seniority") or (None, None)
    return {
        "aim": setting.aim,
        **setting.weights,
        "floor": rules.get("floor"),
        "own_organisation": rules.get("own_organisation"),
        "one_per_team": rules.get("one_per_team"),
        "inside_least": round(100 * low) or None,
        "inside_most": round(100 * high) if high < 1 else None,
        "above_least": least if least != -FURTHEST else None,
        "above_most": most if most != FURTHEST else None,
    }


def balanced(wanted: Mapping[str, int]) -> dict[str, int]:
    """Sliders wherever they stand, brought to whole points inside the bounds that add up to 100.

    Each keeps its proportion to the others; one that would leave its bounds stops there, and the rest share
    what is left. Those that stand right already stay as they are.
    """
    if sum(wanted.values()) == ALL and all(
        low <= wanted[name] <= high for name, (low, high) in BOUNDS.items()
    ):
        return dict(wanted)
    lowest, highest = 0.0, float(ALL)
    for _ in range(60):  # the scale at which the bounded points add up, by bisection
        scale = (lowest + highest) / 2
        if sum(_bounded(name, wanted, scale) for name in BOUNDS) < ALL:
            lowest = scale
        else:
            highest = scale
    exact = {name: _bounded(name, wanted, highest) for name in BOUNDS}
    points = {name: int(value) for name, value in exact.items()}
    by_rest = sorted(BOUNDS, key=lambda name: (points[name] - exact[name], name))
    room = [name for name in by_rest if points[name] < BOUNDS[name][1]]
    for name in (room * ALL)[: ALL - sum(points.values())]:
        points[name] += 1
    return points


def _bounded(name: str, wanted: Mapping[str, int], scale: float) -> float:
    low, high = BOUNDS[name]
    return min(float(high), max(float(low), max(wanted[name], 0.01) * scale))
