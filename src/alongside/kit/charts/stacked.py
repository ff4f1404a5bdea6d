"""One stacked bar: shares of a whole, with marks such as a guide or a limit."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, HEIGHT, TOP, BAR = 420, 104, 26, 38
Part = tuple[str, float, str]
"""Its name, its size, and what the table says of it."""
Mark = tuple[str, float]
"""What a line across the bar means, and where it stands."""


def stacked(
    title: str, parts: Sequence[Part], marks: Sequence[Mark] = (), *, head: Sequence[str], summary: str = ""
) -> Chart:
    """Draw the parts beside each other on a scale that holds every mark too."""
    whole = max([sum(size for _name, size, _said in parts), *(at for _name, at in marks)]) or 1
    drawn: list[SafeString] = []
    left = 0.0
    for number, (name, size, _said) in enumerate(parts):
        width = WIDTH * max(0.0, size) / whole
        drawn.append(_part(number, left, width))
        if width > 40:
            drawn.append(words(left + width / 2, TOP + BAR + 18, name))
        left += width
    drawn += [part for number, mark in enumerate(marks) for part in _mark(number, *mark, whole)]
    svg = picture("stacked", WIDTH, HEIGHT, summary or title, drawn)
    return Chart(title, svg, head, [[name, said] for name, _size, said in parts])


def _part(number: int, left: float, width: float) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" class="s{}"/>',
        str(round(left, 1)), TOP, str(round(max(0.0, width - 1), 1)), BAR, number % 6,
    )  # fmt: skip


def _mark(number: int, name: str, at: float, whole: float) -> list[SafeString]:
    x = round(WIDTH * at / whole, 1)
    line = format_html('<line class="mark" x1="{}" x2="{}" y1="{}" y2="{}"/>', str(x), str(x), 18, TOP + BAR)
    anchor = "end" if x > WIDTH - 60 else "middle"
    return [line, words(x, 13 if number % 2 == 0 else HEIGHT - 6, name, anchor=anchor)]
