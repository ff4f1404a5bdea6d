"""The weights of the fit that a programme may choose, inside bounds that keep every part in its place."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

BOUNDS: Mapping[str, tuple[int, int]] = {
    "goals": (15, 70),
    "values": (0, 40),
    "context": (0, 40),
    "logistics": (0, 30),
    "preferences": (0, 30),
    "readiness": (0, 15),
}
"""The least and the most points of 100 for each part; a test holds them to those of the engine."""
USUAL: Mapping[str, int] = {
    "goals": 35, "values": 25, "context": 15, "logistics": 10, "preferences": 10, "readiness": 5,
}  # fmt: skip
LABELS: Mapping[str, StrOrPromise] = {
    "goals": _("Goal and expertise"),
    "values": _("How both like to work"),
    "context": _("Track record"),
    "logistics": _("Time and channels"),
    "preferences": _("Stated wishes"),
    "readiness": _("Readiness"),
}
ALL = 100


def are_kept(weights: Mapping[str, int]) -> bool:
    """Whether these are points for every part, inside the bounds, that add up to 100."""
    return (
        weights.keys() == BOUNDS.keys()
        and sum(weights.values()) == ALL
        and all(low <= weights[name] <= high for name, (low, high) in BOUNDS.items())
    )
