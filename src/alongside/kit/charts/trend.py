"""A trend: one value over time, as a line with a point for each day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, HEIGHT = 240, 136
LEFT, RIGHT, TOP, BOTTOM = 30, 8, 12, 12
Told = Sequence[tuple[dt.date, int]]
"""(day, value), in the order of time."""
Point = tuple[float, float]


def trend(
    title: str, told: Told, *, low: int, high: int, head: Sequence[str], summary: str = "", step: int = 1
) -> Chart:
    """Draw values between ``low`` and ``high``, a line for every ``step``, from the first day to the last."""
    points = [(_across(told, day), _height(value, low, high)) for day, value in told]
    grid = [part for value in range(high, low - 1, -step) for part in _row(value, low, high)]
    svg = picture("trend", WIDTH, HEIGHT, summary or title, [*grid, _line(points), *map(_dot, points)])
    rows = [[date_format(day, "j F Y"), _said(value, low)] for day, value in told]
    return Chart(title, svg, head, rows)


def signed(value: int) -> str:
    """A value with its sign, as it is printed."""
    return f"+{value}" if value > 0 else f"\u2212{-value}" if value < 0 else "0"


def _said(value: int, low: int) -> str:
    """With its sign where values may lie below zero."""
    return signed(value) if low < 0 else str(value)


def _row(value: int, low: int, high: int) -> list[SafeString]:
    y = _height(value, low, high)
    line = format_html(
        '<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH - RIGHT, str(y), str(y)
    )
    return [line, words(4, y + 4, _said(value, low), anchor="start")]


def _line(points: Sequence[Point]) -> SafeString:
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return format_html('<polyline class="line" points="{}"/>', listed)


def _dot(point: Point) -> SafeString:
    return format_html('<circle class="point" cx="{}" cy="{}" r="4"/>', str(point[0]), str(point[1]))


def _across(told: Told, day: dt.date) -> float:
    first, days = told[0][0], max(1, (told[-1][0] - told[0][0]).days)
    return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / days, 1)


def _height(value: int, low: int, high: int) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low), 1)
