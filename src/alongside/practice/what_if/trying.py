"""A sheet with other numbers, as typed; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from alongside.practice.tools.tool import Column, Kind, Row, Sheet, Tool
from alongside.practice.worksheets.entry import Entry, initial_of

MOST = 100
"""Rows that can be played with at once; a form has limits, and so has a person."""
PLAYABLE = (Kind.NUMBER, Kind.CHOICE, Kind.TICK)


@dataclass(frozen=True, slots=True)
class Try:
    """The forms of the settings and of the rows, each with its name, and the sheet that they make."""

    settings: Entry
    rows: list[tuple[Row, str, Entry]]
    sheet: Sheet

    @property
    def is_fine(self) -> bool:
        """Whether everything that was typed can be worked with."""
        return not self.settings.errors and not any(form.errors for _row, _name, form in self.rows)


def playable(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns that one can play with: numbers, choices and ticks."""
    return tuple(column for column in columns if column.kind in PLAYABLE)


def attempt(tool: Tool, sheet: Sheet, data: Any = None) -> Try:
    """The forms for a sheet, and the sheet with what was typed into them; what is wrong is left as it was."""
    columns, set_up = playable(tool.columns), playable(tool.settings)
    settings = Entry(set_up, data, prefix="s", auto_id="try-%s", initial=initial_of(set_up, sheet.settings))
    rows = [
        (
            row,
            row.text(tool.title),
            Entry(columns, data, prefix=row.key, auto_id="try-%s", initial=initial_of(columns, row.cells)),
        )
        for row in sheet.rows[:MOST]
    ]
    tried = {row.key: _typed(form, row.cells) for row, _name, form in rows}
    changed = tuple(replace(row, cells=tried.get(row.key, row.cells)) for row in sheet.rows)
    return Try(settings, rows, Sheet(changed, _typed(settings, sheet.settings)))


def _typed(form: Entry, cells: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**cells, **form.cells()} if form.is_bound and form.is_valid() else cells
