"""A radar: one axis for each thing, from the middle outwards."""

from __future__ import annotations

import math
from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .bars import short
from .drawing import Chart, picture, shape, words

SIZE, RADIUS = 240, 92
MIDDLE = SIZE / 2
Axis = tuple[str, str, float | None]
"""A short mark (such as a letter) or nothing, the name, and the value or None for not known."""
BESIDE = 130
"""Room for names where there are no marks."""


def radar(
    title: str, axes: Sequence[Axis], *, best: int, head: Sequence[str], summary: str = "",
    then: Sequence[float | None] = (),
) -> Chart:  # fmt: skip
    """Draw values from 0 to ``best``; what is not known lies in the middle and is a dash in the table.

    ``then`` are the values of the same axes at an earlier time: a dashed line, and a column before the last.
    """
    rings = [_ring([step / best] * len(axes), "grid") for step in range(1, best + 1)]
    values = [(value or 0) / best for _mark, _name, value in axes]
    marks = [_mark(place, len(axes), mark or short(name)) for place, (mark, name, _value) in enumerate(axes)]
    dots = [_dot(*_point(share, place, len(axes))) for place, share in enumerate(values) if share]
    beside = 0 if all(mark for mark, _name, _value in axes) else BESIDE
    before = [_ring([(value or 0) / best for value in then], "then")] if any(then) else []
    drawn = [*rings, *before, _ring(values, "now"), *dots, *marks]
    svg = picture("radar", SIZE, SIZE, summary or title, drawn, beside=beside)
    past = [[_said(value)] for value in then] if then else [[] for _axis in axes]
    rows = [
        [f"{mark} {name}".strip(), *earlier, _said(value)]
        for (mark, name, value), earlier in zip(axes, past, strict=True)
    ]
    return Chart(title, svg, head, rows)


def _said(value: float | None) -> str:
    """A whole level as it is, a mean with one place, a dash for nothing."""
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.1f}"


def _ring(shares: Sequence[float], name: str) -> SafeString:
    return shape((_point(share, place, len(shares)) for place, share in enumerate(shares)), name)


def _point(share: float, place: int, axes: int, *, drop: float = 0) -> tuple[float, float]:
    angle = 2 * math.pi * place / axes - math.pi / 2
    return MIDDLE + RADIUS * share * math.cos(angle), MIDDLE + RADIUS * share * math.sin(angle) + drop


def _mark(place: int, axes: int, said: str) -> SafeString:
    """What stands at the end of an axis: beside it to the left and the right, above and below it in the middle."""
    x, y = _point(1.2, place, axes, drop=4)
    if len(said) < 3 or abs(x - MIDDLE) < 1:
        return words(x, y, said)
    x, y = _point(1.1, place, axes, drop=4)
    return words(x, y, said, anchor="start" if x > MIDDLE else "end")


def _dot(x: float, y: float) -> SafeString:
    return format_html('<circle cx="{}" cy="{}" r="3.5" class="point"/>', round(x, 1), round(y, 1))
