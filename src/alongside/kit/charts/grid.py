"""A grid: everybody on one side against everybody on the other, the better the darker, some cells framed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, LABEL, TOP, MOST = 720, 118, 96, 24
FEW = 460
"""A grid that is not wider than this is not blown up to the width of the page."""
TONES = 6
"""From the palest to the darkest."""
LONGEST = 17


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a name, a value from 0 to 1 for each column (None where there is none), the framed column."""

    label: str
    values: Sequence[float | None]
    framed: int | None = None
    firm: bool = False


def grid(
    title: str,
    lines: Sequence[Line],
    columns: Sequence[str],
    *,
    head: Sequence[str],
    table: Sequence[Sequence[str]],
    summary: str = "",
) -> Chart:
    """Draw the cells; names stand beside them as long as they can be read. ``table`` says the same in words."""
    cell = min(MOST, max(6, (WIDTH - LABEL) // max(1, len(columns))))
    high = min(cell, 20)
    named = cell >= 12
    top = TOP if named else 8
    parts = [part for place, line in enumerate(lines) for part in _row(place, line, cell, high, top)]
    if named:
        parts += [_head(LABEL + cell * at + cell / 2, top - 6, name) for at, name in enumerate(columns)]
    size = (LABEL + cell * len(columns) + (60 if named else 4), top + high * len(lines) + 4)
    kind = "grid-map" if size[0] > FEW else "grid-map few"
    return Chart(title, picture(kind, *size, summary or title, parts), head, table)


def tone(value: float) -> int:
    """The shade of a value from 0 to 1."""
    return min(TONES - 1, max(0, int(value * TONES)))


def _row(place: int, line: Line, cell: int, high: int, top: int) -> Iterator[SafeString]:
    """The name, one path for all cells of a tone, and the frame."""
    y = top + high * place
    if high >= 12:
        yield words(LABEL - 8, y + high / 2 + 4, _short(line.label), anchor="end")
    places: dict[str, list[int]] = defaultdict(list)
    for at, value in enumerate(line.values):
        places["none" if value is None else f"g{tone(value)}"].append(LABEL + cell * at)
    for name, starts in places.items():
        cells = "".join(f"M{x} {y}h{cell - 1}v{high - 1}h{1 - cell}z" for x in starts)
        yield format_html('<path d="{}" class="{}"/>', cells, name)
    if line.framed is not None:
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>',
            LABEL + cell * line.framed, y, cell - 1, high - 1, "frame firm" if line.firm else "frame",
        )  # fmt: skip


def _head(x: float, y: float, name: str) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="start" transform="rotate(-50 {} {})">{}</text>',
        str(round(x, 1)), str(y), str(round(x, 1)), str(y), _short(name),
    )  # fmt: skip


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
