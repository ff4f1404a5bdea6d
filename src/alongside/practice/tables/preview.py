"""A look at what would be brought, before it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from alongside.practice.tools.tool import Cell, Sheet, Tool
from alongside.practice.worksheets.entry import shown

from .matching import bring, settings_in, unknown
from .reading import Table

FIRST = 5


@dataclass(frozen=True, slots=True)
class Look:
    """The rows as cells, the first of them in words, what is wrong, and the columns that go nowhere."""

    rows: tuple[Mapping[str, Cell], ...]
    first: tuple[tuple[str, ...], ...]
    wrong: tuple[tuple[int, str], ...]
    unknown: tuple[str, ...]
    settings: Mapping[str, Cell]
    """Those that come along with the rows."""
    set_up: tuple[tuple[str, str], ...]
    """The same in words: name and value."""


def look(tool: Tool, table: Table, places: Mapping[str, int], sheet: Sheet) -> Look:
    """What would be brought to this sheet with these places for the columns."""
    settings, mistakes = settings_in(tool, table, sheet)
    brought = bring(tool, table, places)
    first = tuple(
        tuple(shown(column, row.get(column.key)) for column in tool.columns) for row in brought.rows[:FIRST]
    )
    wrong = (*((0, one) for one in mistakes), *brought.wrong[:20])
    told = [(one, shown(one, settings.get(one.key))) for one in tool.settings]
    set_up = tuple((str(one.label), value) for one, value in told if value)
    return Look(brought.rows, first, wrong, tuple(unknown(table, places)), settings, set_up)


def dressed(tool: Tool, table: Table, sheet: Sheet) -> Tool:
    """The tool with the names that its columns have by the settings here and those that are brought."""
    settings, _mistakes = settings_in(tool, table, sheet)
    return tool.called(replace(sheet, settings={**sheet.settings, **settings}))
