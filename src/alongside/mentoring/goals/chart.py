"""The way of one goal, as the points of a line: pure numbers, which the template draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 34, 12, 12, 24


@dataclass(frozen=True, slots=True)
class Point:
    """One told level, and where it is drawn."""

    day: dt.date
    level: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The line and its axes."""

    points: tuple[Point, ...]
    rows: tuple[tuple[int, float], ...]
    """(level, height) of the five grid lines."""

    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    foot: int = HEIGHT - 6

    @property
    def line(self) -> str:
        """The points, as SVG writes them."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


def way(told: Sequence[tuple[dt.date, int]]) -> Chart:
    """Place (day, level) pairs, which are in order of time, between the first day and the last."""
    if not told:
        return Chart((), _rows())
    first, days = told[0][0], max(1, (told[-1][0] - told[0][0]).days)
    wide = WIDTH - LEFT - RIGHT
    points = tuple(
        Point(day, level, round(LEFT + wide * (day - first).days / days, 1), _height(level))
        for day, level in told
    )
    return Chart(points, _rows())


def _rows() -> tuple[tuple[int, float], ...]:
    return tuple((level, _height(level)) for level in (2, 1, 0, -1, -2))


def _height(level: int) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (2 - level) / 4, 1)
