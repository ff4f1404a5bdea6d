"""A scatter: things on a plane of two measures, perhaps in quadrants, perhaps with an arrow to where they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .bars import short
from .drawing import Chart, picture, words

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 420, 320, 30, 34, 10, 12
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing at (x, y); ``said`` are the cells of the table after its label."""

    label: str
    x: float
    y: float
    said: Sequence[str]
    strong: bool = False


def scatter(
    title: str,
    dots: Sequence[Dot],
    *,
    across: tuple[str, Range],
    up: tuple[str, Range],
    split: tuple[float, float] | None = None,
    quadrants: Sequence[str] = (),
    head: Sequence[str],
    summary: str = "",
) -> Chart:
    """Draw the dots; ``split`` is where the quadrants meet, named from top left to bottom right."""
    plane = _Plane(across[1], up[1])
    parts = [*_frame(across[0], up[0])]
    if split:
        parts += _quadrants(plane, split, quadrants)
    parts += [part for dot in dots for part in _dot(plane, dot)]
    svg = picture("scatter", WIDTH, HEIGHT, summary or title, parts)
    return Chart(title, svg, head, [[dot.label, *dot.said] for dot in dots])


@dataclass(frozen=True, slots=True)
class _Plane:
    wide: Range
    high: Range

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a pair of values lies in the picture; what is outside lies on the edge."""
        return (
            round(LEFT + (WIDTH - LEFT - RIGHT) * _part(x, self.wide), 1),
            round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - _part(y, self.high)), 1),
        )


def _part(value: float, of: Range) -> float:
    low, high = of
    return min(1.0, max(0.0, (value - low) / ((high - low) or 1)))


def _frame(across: str, up: str) -> Iterator[SafeString]:
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    yield format_html('<path class="axis" d="M{} {}V{}H{}"/>', LEFT, TOP, bottom, right)
    yield words(right, HEIGHT - 10, f"{across} →", anchor="end")
    yield format_html(
        '<text x="{}" y="{}" text-anchor="end" transform="rotate(-90 {} {})">{} →</text>',
        16,
        TOP,
        16,
        TOP,
        up,
    )


def _quadrants(plane: _Plane, split: tuple[float, float], names: Sequence[str]) -> Iterator[SafeString]:
    x, y = plane.at(*split)
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    yield format_html('<path class="grid" d="M{} {}V{}M{} {}H{}"/>', str(x), TOP, bottom, LEFT, str(y), right)
    corners = [(LEFT + 6, TOP + 14, "start"), (right - 4, TOP + 14, "end")]
    corners += [(LEFT + 6, bottom - 6, "start"), (right - 4, bottom - 6, "end")]
    for (left, top, anchor), name in zip(corners, names, strict=False):
        yield words(left, top, name, anchor=anchor)


def _dot(plane: _Plane, dot: Dot) -> Iterator[SafeString]:
    x, y = plane.at(dot.x, dot.y)
    name = "dot strong" if dot.strong else "dot"
    yield format_html('<circle class="{}" cx="{}" cy="{}" r="5.5"/>', name, str(x), str(y))
    late = x > WIDTH * 0.7
    yield words(x - 9 if late else x + 9, y + 4, short(dot.label, 22), anchor="end" if late else "start")
