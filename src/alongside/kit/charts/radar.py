"""A radar: one axis for each thing, from the middle outwards."""

from __future__ import annotations

import math
from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, shape, words

SIZE, RADIUS = 240, 92
MIDDLE = SIZE / 2
Axis = tuple[str, str, float | None]
"""A short mark (such as a letter), its name in the table, and the value or None for not known."""


def radar(title: str, axes: Sequence[Axis], *, best: int, head: Sequence[str], summary: str = "") -> Chart:
    """Draw values from 0 to ``best``; what is not known lies in the middle and is a dash in the table."""
    rings = [_ring([step / best] * len(axes), "grid") for step in range(1, best + 1)]
    values = [(value or 0) / best for _mark, _name, value in axes]
    marks = [
        words(*_point(1.2, place, len(axes), drop=4), mark)
        for place, (mark, _name, _value) in enumerate(axes)
    ]
    dots = [_dot(*_point(share, place, len(axes))) for place, share in enumerate(values) if share]
    svg = picture("radar", SIZE, SIZE, summary or title, [*rings, _ring(values, "now"), *dots, *marks])
    rows = [[f"{mark} {name}", "–" if value is None else f"{value:.1f}"] for mark, name, value in axes]
    return Chart(title, svg, head, rows)


def _ring(shares: Sequence[float], name: str) -> SafeString:
    return shape((_point(share, place, len(shares)) for place, share in enumerate(shares)), name)


def _point(share: float, place: int, axes: int, *, drop: float = 0) -> tuple[float, float]:
    angle = 2 * math.pi * place / axes - math.pi / 2
    return MIDDLE + RADIUS * share * math.cos(angle), MIDDLE + RADIUS * share * math.sin(angle) + drop


def _dot(x: float, y: float) -> SafeString:
    return format_html('<circle cx="{}" cy="{}" r="3.5" class="point"/>', round(x, 1), round(y, 1))
