"""The picture of growth: time against size on logarithmic axes, from the measured JSON, for bright and dark pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import log10
from pathlib import Path

from .rows import FLOOR, GROWTH, SERIES

PICTURE = Path(__file__).parents[2] / "docs" / "growth.svg"
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 400, 64, 28, 128, 52
STYLE = """
svg { --paper: #fdfcfa; --ink: #1b1d27; --muted: #555968; --line: #dfddd9; --ours: #3d3fb8; --floor: #80531a; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14161e; --ink: #eeeff3; --muted: #b3b6c1; --line: #363945; --ours: #a9b4ff; --floor: #eec08a; }
}
.paper { fill: var(--paper); } .grid { stroke: var(--line); }
text { font: 13px system-ui, sans-serif; fill: var(--muted); } .title { font-weight: 600; fill: var(--ink); }
.ours { --own: var(--ours); } .floor { --own: var(--floor); }
polyline { fill: none; stroke: var(--own); stroke-width: 2.5; } .floor polyline { stroke-dasharray: 7 5; }
circle { fill: var(--own); } .ours text, .floor text { fill: var(--own); font-weight: 600; }
"""
Point = tuple[float, float]


def draw(results: Path) -> None:
    """Draw what was measured; nothing while a size is missing."""
    found = {row["task"]: row["ours"]["cpu"] for row in json.loads(results.read_text("utf-8"))}
    if all(name.format(*size) in found for size in SERIES for name in (GROWTH, FLOOR)):
        ours, floor = ([(size[0], found[name.format(*size)]) for size in SERIES] for name in (GROWTH, FLOOR))
        PICTURE.write_text(picture(ours, floor), "utf-8")


def picture(ours: Sequence[Point], floor: Sequence[Point]) -> str:
    """The whole picture."""
    spans = [value for _size, value in (*ours, *floor)]
    low, high = 10 ** _down(min(spans)), 10 ** (_down(max(spans)) + 1)

    def at(size: float, seconds: float) -> Point:
        across = log10(size / ours[0][0]) / log10(ours[-1][0] / ours[0][0])
        up = log10(seconds / low) / log10(high / low)
        return LEFT + (WIDTH - LEFT - RIGHT) * across, TOP + (HEIGHT - TOP - BOTTOM) * (1 - up)

    marks = [10.0**power for power in range(_down(low), _down(high) + 1)]
    first, last = (f"{ours[end][1]:.2g} seconds for {ours[end][0]:,}" for end in (0, -1))
    middle = f'x="{(LEFT + WIDTH - RIGHT) / 2:g}" y="{HEIGHT - 10}" text-anchor="middle"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t d">',
        '<title id="t">Processor time of a proven round against its size</title>',
        f'<desc id="d">Both axes are logarithmic. From {first} mentees to {last}, of which the multiplication alone',
        f"takes {floor[-1][1]:.2g}.</desc>",
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="12"/>',
        *(_level(at(ours[0][0], mark)[1], f"{mark:g} s") for mark in marks),
        *(_under(at(size, low)[0], f"{int(size):,}") for size, _seconds in ours),
        f'<text class="title" x="{LEFT}" y="18">Seconds of processor time</text>',
        f"<text {middle}>mentees, two mentors for five</text>",
        _curve("ours", [at(*point) for point in ours], "proven round"),
        _curve("floor", [at(*point) for point in floor], "multiplication"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _down(value: float) -> int:
    return int(log10(value) // 1)


def _level(y: float, said: str) -> str:
    line = f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
    return f'{line}<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{said}</text>'


def _under(x: float, said: str) -> str:
    return f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{said}</text>'


def _curve(kind: str, points: Sequence[Point], said: str) -> str:
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in points)
    x, y = points[-1]
    name = f'<text x="{x + 10:.1f}" y="{y + 4:.1f}">{said}</text>'
    return f'<g class="{kind}"><polyline points="{line}"/>{dots}{name}</g>'
