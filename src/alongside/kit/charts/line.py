"""A line with a band: what was said against what is true, with the range in which chance alone puts it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, shape, words

SIZE, LEFT, BOTTOM, EDGE = 260, 34, 34, 10
Point = tuple[float, float]


def line_with_band(
    title: str,
    points: Sequence[Point],
    band: Sequence[tuple[float, float, float]],
    *,
    axes: tuple[str, str],
    head: Sequence[str],
    table: Sequence[Sequence[str]],
    summary: str = "",
) -> Chart:
    """Draw points with x and y from 0 to 1 over a band of (x, low, high), and the line on which both agree."""
    upper = [_at(x, high) for x, _low, high in band]
    lower = [_at(x, low) for x, low, _high in reversed(band)]
    right, bottom = SIZE - EDGE, SIZE - BOTTOM
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(*point) for point in points))
    parts = [
        format_html('<path class="axis" d="M{} {}V{}H{}"/>', LEFT, EDGE, bottom, right),
        shape([*upper, *lower], "area"),
        format_html('<path class="mark" d="M{} {}L{} {}"/>', LEFT, bottom, right, EDGE),
        format_html('<polyline class="line" points="{}"/>', listed),
        *(_dot(*_at(*point)) for point in points),
        words(right, SIZE - 10, f"{axes[0]} →", anchor="end"),
        words(LEFT + 4, EDGE + 8, f"↑ {axes[1]}", anchor="start"),
    ]
    return Chart(title, picture("trend", SIZE, SIZE, summary or title, parts), head, table)


def _dot(x: float, y: float) -> SafeString:
    return format_html('<circle class="point" cx="{}" cy="{}" r="4"/>', str(round(x, 1)), str(round(y, 1)))


def _at(x: float, y: float) -> Point:
    return LEFT + (SIZE - LEFT - EDGE) * x, EDGE + (SIZE - EDGE - BOTTOM) * (1 - y)
