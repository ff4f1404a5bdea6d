"""The five levels of a goal, and their names."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LEVELS = [
    (-2, _("−2: much less than expected"), _("Where you stand today, if nothing moves.")),
    (-1, _("−1: less than expected"), _("A start that did not get there.")),
    (0, _("0: as expected"), _("What you honestly expect to reach by the end of the quarter.")),
    (1, _("+1: more than expected"), _("A good quarter.")),
    (2, _("+2: much more than expected"), _("The best that could happen.")),
]
"""(level, its name, how to find its words)."""
SCORES = [(level, name) for level, name, _hint in LEVELS]


def named(level: int | None) -> str:
    """The name of a level."""
    return str(dict(SCORES).get(level, "")) if level is not None else ""
