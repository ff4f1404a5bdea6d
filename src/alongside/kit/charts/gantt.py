"""A Gantt chart: what is done from when to when, or lanes of things that follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .bars import ABOVE, short
from .drawing import Chart, picture, words

WIDTH, LINE, BAR, FOOT = 340, 42, 14, 20
TINY = 1e-6
"""What is shorter than this has no length."""
Span = tuple[str, float, float, str]
"""Its name, its beginning, its end, and what the table says of it."""


def gantt(
    title: str,
    spans: Sequence[Span],
    *,
    unit: str = "",
    lanes: Sequence[str] = (),
    head: Sequence[str],
    summary: str = "",
) -> Chart:
    """Draw the spans below each other on one scale that begins at 0, or on lanes of the same width."""
    last = float(len(lanes)) or max((end for _name, _start, end, _said in spans), default=0)
    last = last if last > TINY else 1
    scale = WIDTH / last
    height = LINE * max(1, len(spans)) + FOOT
    parts = [part for place, span in enumerate(spans) for part in _row(place, span, scale)]
    if lanes:
        parts += [words((at + 0.5) * scale, height - 4, name) for at, name in enumerate(lanes)]
    else:
        parts.append(words(0, height - 4, f"0 {unit}", anchor="start"))
        parts.append(words(WIDTH, height - 4, f"{last:g} {unit}", anchor="end"))
    svg = picture("gantt", WIDTH, height, summary or title, parts)
    return Chart(title, svg, head, [[name, said] for name, _start, _end, said in spans])


def _row(place: int, span: Span, scale: float) -> Iterator[SafeString]:
    name, start, end, _said = span
    top = LINE * place + 18
    yield words(0, top - 6, short(name, ABOVE), anchor="start")
    yield format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="s{}"/>',
        str(round(start * scale, 1)), top, str(round(max(2.0, (end - start) * scale), 1)), BAR, place % 2,
    )  # fmt: skip
