"""Where people who judged apart differ, the largest difference first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.practice.tools.tool import Cell, Column, Kind, Row, Sheet, Tool, as_number
from alongside.practice.worksheets.entry import shown

Judged = Mapping[str, Mapping[str, Cell]]
"""For each row the cells of its judged columns."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One cell, what each person put there, and how far apart that is: from 0 to 1."""

    row: Row
    name: str
    """The name of its row."""
    column: Column
    values: Mapping[str, Cell]
    size: float

    @property
    def field(self) -> str:
        """The name of its field in the form."""
        return f"{self.row.key}.{self.column.key}"

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each person's value as it is shown."""
        return [(name, shown(self.column, value) or "–") for name, value in self.values.items()]


def gaps(tool: Tool, sheet: Sheet, judged: Mapping[str, Judged]) -> list[Gap]:
    """Every cell that somebody judged, the largest difference first; equals in the order of the sheet."""
    found = []
    for column in tool.judged:
        widest = _widest(column, judged)
        for row in sheet.rows:
            values = {name: one.get(row.key, {}).get(column.key) for name, one in judged.items()}
            if any(value not in (None, "") for value in values.values()):
                size = distance(column, list(values.values()), widest)
                found.append(Gap(row, row.text(tool.title), column, values, size))
    return sorted(found, key=lambda gap: -gap.size)


def _widest(column: Column, judged: Mapping[str, Judged]) -> float:
    """The largest number that anybody gave in a column."""
    cells = [row.get(column.key) for one in judged.values() for row in one.values()]
    return max((abs(number) for cell in cells if (number := as_number(cell)) is not None), default=0)


def distance(column: Column, values: list[Cell], widest: float) -> float:
    """(highest − lowest) ÷ the width of the scale, from 0 to 1; something against nothing is 1.

    The width of a choice is its steps; that of a number its range, or where it has none the largest value given.
    """
    if any(value in (None, "") for value in values):
        return 0.0 if all(value in (None, "") for value in values) else 1.0
    if column.kind is Kind.NUMBER:
        numbers = [as_number(value) or 0.0 for value in values]
        width = column.high - (column.low or 0) if column.high is not None else widest
        return min(1.0, (max(numbers) - min(numbers)) / width) if width else 0.0
    steps = [key for key, _label in column.choices]
    places = [steps.index(str(value)) for value in values if str(value) in steps]
    return (max(places) - min(places)) / max(1, len(steps) - 1) if places else 0.0
