"""A look at what would be brought, before it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.practice.tools.tool import Cell, Tool
from alongside.practice.worksheets.entry import shown

from .matching import bring, unknown
from .reading import Table

FIRST = 5


@dataclass(frozen=True, slots=True)
class Look:
    """The rows as cells, the first of them in words, what is wrong, and the columns that go nowhere."""

    rows: tuple[Mapping[str, Cell], ...]
    first: tuple[tuple[str, ...], ...]
    wrong: tuple[tuple[int, str], ...]
    unknown: tuple[str, ...]


def look(tool: Tool, table: Table, places: Mapping[str, int]) -> Look:
    """What would be brought with these places for the columns."""
    brought = bring(tool, table, places)
    first = tuple(
        tuple(shown(column, row.get(column.key)) for column in tool.columns) for row in brought.rows[:FIRST]
    )
    return Look(brought.rows, first, brought.wrong[:20], tuple(unknown(table, places)))
