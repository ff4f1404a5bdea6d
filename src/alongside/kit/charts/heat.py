"""A heat map: rows of cells, the fuller the darker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

LABEL, CELL, LINE, TOP = 34, 11, 19, 16


def heat_map(
    title: str,
    rows: Sequence[tuple[str, Sequence[float]]],
    columns: Sequence[str],
    *,
    head: Sequence[str],
    table: Sequence[Sequence[str]],
    summary: str = "",
) -> Chart:
    """Draw values from 0 to 1; an empty column label is left out. ``table`` says the same in words."""
    width = LABEL + CELL * len(columns)
    marks = [words(LABEL + CELL * at, 11, name, anchor="start") for at, name in enumerate(columns) if name]
    parts = [*marks, *(part for place, row in enumerate(rows) for part in _row(place, *row))]
    svg = picture("heat", width, TOP + LINE * len(rows), summary or title, parts)
    return Chart(title, svg, head, table)


def shade(value: float) -> int:
    """Four shades: nothing, a little, more, all."""
    return 0 if value <= 0 else 1 if value < 0.5 else 2 if value < 1 else 3


def _row(place: int, label: str, values: Sequence[float]) -> Iterator[SafeString]:
    top = TOP + LINE * place
    yield words(0, top + 13, label, anchor="start")
    at = 0
    for tone, same in groupby(shade(value) for value in values):
        length = sum(1 for _cell in same)
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="h{}"/>',
            LABEL + CELL * at, top, CELL * length - 1, LINE - 3, tone,
        )  # fmt: skip
        at += length
