"""Bars: one below the name of each thing, each perhaps in parts and perhaps with a whisker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, END, LINE, BAR = 340, 58, 42, 14
"""Names stand above their bars, so that a picture as narrow as a phone has room for both."""
LONGEST, ABOVE = 20, 48
"""Letters of a label that fit beside a point and above a bar; the table has all of them."""
TINY = 1e-6
"""What is shorter than this has no length."""
MOST = 30
"""Bars that a picture can hold; the table has all of them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its parts follow each other, ``low`` and ``high`` are the ends of its whisker."""

    label: str
    parts: Sequence[float]
    said: str
    low: float | None = None
    high: float | None = None
    strong: bool = True

    @property
    def length(self) -> float:
        """All parts together, as they are drawn."""
        return sum(max(0.0, part) for part in self.parts)


def bars(title: str, rows: Sequence[Bar], *, head: Sequence[str], summary: str = "") -> Chart:
    """Draw the bars in the order in which they are given; negative parts have no length."""
    shown = rows[:MOST]
    longest = max((max(row.length, row.high or 0) for row in rows), default=0)
    longest = longest if longest > TINY else 1
    scale = (WIDTH - END) / longest
    parts = [part for place, row in enumerate(shown) for part in _row(place, row, scale)]
    svg = picture("bars", WIDTH, LINE * max(1, len(shown)), summary or title, parts)
    return Chart(title, svg, head, [[row.label, row.said] for row in rows])


def short(text: str, longest: int = LONGEST) -> str:
    """As much of a text as fits, with an ellipsis where something is left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _row(place: int, row: Bar, scale: float) -> Iterator[SafeString]:
    top, left = LINE * place + 18, 0.0
    yield words(0, top - 6, short(row.label, ABOVE), anchor="start")
    for number, value in enumerate(row.parts):
        width = max(0.0, value * scale)
        tone = f"s{number % 6}" if row.strong else "s5"
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>',
            str(round(left, 1)), top, str(round(width, 1)), BAR, tone,
        )  # fmt: skip
        left += width
    if row.low is not None and row.high is not None:
        ends = [str(round(max(0.0, value) * scale, 1)) for value in (row.low, row.high)]
        left = max(left, row.high * scale)
        yield format_html(
            '<path class="whisker" d="M{0} {2}v8m0 -4H{1}m0 -4v8"/>', ends[0], ends[1], top + BAR // 2 - 4
        )
    yield words(left + 6, top + 11, row.said, anchor="start")
