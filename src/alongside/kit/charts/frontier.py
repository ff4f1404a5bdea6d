"""A frontier: how much of one thing has to be given for more of another, with the point where one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 440, 250, 58, 30, 22, 44


@dataclass(frozen=True, slots=True)
class At:
    """One point, its label (or nothing), and the cells of the table."""

    x: float
    y: float
    said: Sequence[str]
    label: str = ""


def frontier(
    title: str,
    points: Sequence[At],
    today: At,
    *,
    axes: tuple[str, str],
    head: Sequence[str],
    summary: str = "",
) -> Chart:
    """Draw the points as a line, in the order of x, and ``today`` as a filled point on or under it."""
    plane = _Plane([*points, today])
    listed = " ".join(f"{x},{y}" for x, y in (plane.at(one) for one in points))
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    parts = [
        format_html('<path class="axis" d="M{} {}V{}H{}"/>', LEFT, TOP, bottom, right),
        format_html('<polyline class="line" points="{}"/>', listed),
        *(part for one in points for part in _point(plane, one)),
        *_today(plane, today),
        *plane.ends(),
        words(right, HEIGHT - 6, f"{axes[0]} →", anchor="end"),
        words(2, 12, f"↑ {axes[1]}", anchor="start"),
    ]
    svg = picture("frontier", WIDTH, HEIGHT, summary or title, parts)
    return Chart(title, svg, head, [one.said for one in [*points, today]])


class _Plane:
    def __init__(self, points: Sequence[At]) -> None:
        self.wide = min(one.x for one in points), max(one.x for one in points)
        self.high = min(one.y for one in points), max(one.y for one in points)

    def at(self, point: At) -> tuple[str, str]:
        """Where it lies in the picture."""
        x = LEFT + 14 + (WIDTH - LEFT - RIGHT - 28) * _share(point.x, self.wide)
        y = TOP + 14 + (HEIGHT - TOP - BOTTOM - 28) * (1 - _share(point.y, self.high))
        return f"{x:.1f}", f"{y:.1f}"

    def ends(self) -> Iterator[SafeString]:
        """The least and the most on both axes."""
        for value, anchor, x in ((self.wide[0], "start", LEFT + 4), (self.wide[1], "end", WIDTH - RIGHT)):
            yield words(x, HEIGHT - BOTTOM + 16, f"{value:.1f}", anchor=anchor)
        for value, y in ((self.high[1], TOP + 18), (self.high[0], HEIGHT - BOTTOM - 10)):
            yield words(LEFT - 6, y, f"{value:,.0f}", anchor="end")


def _share(value: float, ends: tuple[float, float]) -> float:
    return (value - ends[0]) / (ends[1] - ends[0]) if ends[1] > ends[0] else 0.5


def _point(plane: _Plane, point: At) -> Iterator[SafeString]:
    yield format_html('<circle class="point" cx="{}" cy="{}" r="4"/>', *plane.at(point))


def _today(plane: _Plane, point: At) -> Iterator[SafeString]:
    x, y = plane.at(point)
    yield format_html('<circle class="dot strong" cx="{}" cy="{}" r="7"/>', x, y)
    near = float(x) > WIDTH * 0.6
    yield words(
        float(x) + (-12 if near else 12), float(y) + 22, point.label, anchor="end" if near else "start"
    )
