"""How much each part of the fit is worth: a policy that people set, never something learned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

from .errors import InputError
from .shares import split

BOUNDS: Mapping[str, tuple[int, int]] = {
    "goals": (15, 70),
    "values": (0, 40),
    "context": (0, 40),
    "logistics": (0, 30),
    "preferences": (0, 30),
    "readiness": (0, 15),
}
"""The least and the most that a programme may give each part, in points of 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points of 100 for each part; they add up to 100 and stay inside ``BOUNDS``."""

    goals: int = 35
    values: int = 25
    context: int = 15
    logistics: int = 10
    preferences: int = 10
    readiness: int = 5

    def __post_init__(self) -> None:
        for name, points in asdict(self).items():
            least, most = BOUNDS[name]
            if not least <= points <= most:
                raise InputError(
                    "weight", f"{name} is {points}; it may be {least} to {most}.",
                    name=name, least=least, most=most,
                )  # fmt: skip
        if sum(asdict(self).values()) != 100:
            raise InputError("weights", "The weights must add up to 100.")

    def worth(self, name: str) -> int:
        """What a part is worth at most, in hundredths of a point."""
        return 100 * int(getattr(self, name))

    @classmethod
    def scaled(cls, **sliders: float) -> Weights:
        """Any non-negative numbers, brought to whole points that add up to 100."""
        raw = {name: float(sliders.get(name, getattr(DEFAULT, name))) for name in BOUNDS}
        if min(raw.values()) < 0 or not np.isfinite(sum(raw.values())) or sum(raw.values()) <= 0:
            raise InputError("weights", "Weights are numbers from zero up, and not all zero.")
        fine = np.array([[round(1_000_000 * value / sum(raw.values())) for value in raw.values()]])
        return cls(**dict(zip(raw, (int(part) for part in split(100, fine)[0]), strict=True)))


DEFAULT = Weights()
