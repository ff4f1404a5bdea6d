"""A grid: everybody on one side against everybody on the other, the better the darker, some cells framed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, MOST, LETTER, SLANTED = 720, 24, 6.6, 5.1
"""Its most width and cell; how far a letter reaches across, and how high in a slanted head."""
LEAST, FEW = 320, 460
"""The least width, and up to which one a grid is not blown up to the width of the page."""
TONES, DARK = 6, 3
"""From the palest to the darkest, and from where on letters in a cell are light."""
LONGEST, LONGEST_ROW = 17, 24


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a name, a value from 0 to 1 for each column (None where there is none), the framed column."""

    label: str
    values: Sequence[float | None]
    framed: int | None = None
    firm: bool = False
    marks: Sequence[str] = ()
    """Letters that stand in the cells."""


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
    room = _Room.of([line.label for line in lines], columns)
    parts = [part for place, line in enumerate(lines) for part in _row(place, line, room)]
    if room.named:
        parts += [_head(room, at, name) for at, name in enumerate(columns)]
    size = (
        max(LEAST, room.label + room.cell * len(columns) + room.beyond),
        room.top + room.high * len(lines) + 4,
    )
    kind = "grid-map" if size[0] > FEW else "grid-map few"
    return Chart(title, picture(kind, *size, summary or title, parts), head, table)


@dataclass(frozen=True, slots=True)
class _Room:
    """How much room the names and the cells have; slanted heads reach over the last column."""

    label: int
    top: int
    cell: int
    named: bool
    slanted: bool
    beyond: int

    @classmethod
    def of(cls, rows: Sequence[str], columns: Sequence[str]) -> _Room:
        """As much as these names need."""
        label = round(LETTER * max((len(_short(name, LONGEST_ROW)) for name in rows), default=0)) + 12
        cell = min(MOST, max(6, (WIDTH - label) // max(1, len(columns))))
        longest = max((len(_short(name)) for name in columns), default=0)
        if cell < 12 or not longest:
            return cls(label, 8, cell, named=False, slanted=False, beyond=4)
        if longest <= 2:
            return cls(label, 22, cell, named=True, slanted=False, beyond=4)
        high = round(SLANTED * longest)
        return cls(label, high + 14, cell, named=True, slanted=True, beyond=round(high * 0.72))

    @property
    def high(self) -> int:
        """Of a row."""
        return min(self.cell, 20)


def tone(value: float) -> int:
    """The shade of a value from 0 to 1."""
    return min(TONES - 1, max(0, int(value * TONES)))


def _row(place: int, line: Line, room: _Room) -> Iterator[SafeString]:
    """The name, one path for all cells of a tone, the letters in them, and the frame."""
    cell, high, y = room.cell, room.high, room.top + room.high * place
    if high >= 12:
        yield words(room.label - 8, y + high / 2 + 4, _short(line.label, LONGEST_ROW), anchor="end")
    places: dict[str, list[int]] = defaultdict(list)
    for at, value in enumerate(line.values):
        places["none" if value is None else f"g{tone(value)}"].append(room.label + cell * at)
    for name, starts in places.items():
        cells = "".join(f"M{x} {y}h{cell - 1}v{high - 1}h{1 - cell}z" for x in starts)
        yield format_html('<path d="{}" class="{}"/>', cells, name)
    if high >= 12:
        yield from _marks(line, room, y)
    if line.framed is not None:
        yield format_html(
            '<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>',
            room.label + cell * line.framed, y, cell - 1, high - 1, "frame firm" if line.firm else "frame",
        )  # fmt: skip


def _marks(line: Line, room: _Room, y: int) -> Iterator[SafeString]:
    for at, (value, mark) in enumerate(zip(line.values, line.marks, strict=False)):
        if mark:
            dark = tone(value or 0) >= DARK
            yield format_html(
                '<text x="{}" y="{}" text-anchor="middle" class="{}">{}</text>',
                str(room.label + room.cell * at + room.cell / 2), str(y + room.high / 2 + 4),
                "mark-dark" if dark else "mark-pale", mark,
            )  # fmt: skip


def _head(room: _Room, at: int, name: str) -> SafeString:
    x, y = room.label + room.cell * (at + 0.5), room.top - 6
    if not room.slanted:
        return words(x, y, name)
    turn = f"rotate(-50 {round(x, 1)} {y})"
    opening = '<text x="{}" y="{}" text-anchor="start" transform="{}">{}</text>'
    return format_html(opening, str(round(x, 1)), str(y), turn, _short(name))


def _short(name: str, longest: int = LONGEST) -> str:
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
