"""A sheet with other numbers, as typed; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from alongside.practice.tools.tool import Cell, Column, Kind, Row, Sheet, Tool
from alongside.practice.worksheets.entry import Entry, initial_of

MOST = 100
"""Rows that can be played with at once; a form has limits, and so has a person."""
PLAYABLE = (Kind.NUMBER, Kind.CHOICE, Kind.TICK)


@dataclass(frozen=True)
class Try:
    """The forms of the settings and of the rows that were changed, and the sheet that they make."""

    settings: Entry
    changed: Mapping[str, Entry]
    before: Sheet
    sheet: Sheet
    form_of: Callable[[Row], Entry]
    title: str

    @property
    def is_fine(self) -> bool:
        """Whether everything that was typed can be worked with."""
        return not self.settings.errors and not any(form.errors for form in self.changed.values())

    @property
    def problems(self) -> list[str]:
        """What is wrong with what was typed, with the names of the rows."""
        names = {row.key: row.text(self.title) for row in self.before.rows}
        found = [f"{names[key]}: {error}" for key, form in self.changed.items() for error in _errors_of(form)]
        return found + _errors_of(self.settings)

    @cached_property
    def rows(self) -> list[tuple[str, Entry]]:
        """The name and the form of every row that can be played with; only the whole page needs them all."""
        rows = self.before.rows[:MOST]
        return [(row.text(self.title), self.changed.get(row.key) or self.form_of(row)) for row in rows]


def playable(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns that one can play with: numbers, choices and ticks."""
    return tuple(column for column in columns if column.kind in PLAYABLE)


def attempt(tool: Tool, sheet: Sheet, data: Mapping[str, Any] | None = None) -> Try:
    """The forms for a sheet, and the sheet with what was typed into them; what is wrong is left as it was."""
    columns, set_up = playable(tool.called(sheet).columns), playable(tool.settings)
    settings = Entry(set_up, data, prefix="s", auto_id="try-%s", initial=initial_of(set_up, sheet.settings))

    def form_of(row: Row) -> Entry:
        initial = initial_of(columns, row.cells)
        return Entry(columns, data, prefix=row.key, auto_id="try-%s", initial=initial)

    changed = {
        row.key: form_of(row)
        for row in sheet.rows[:MOST]
        if data is not None and _differs(columns, row, data)
    }
    rows = tuple(
        replace(row, cells=_typed(changed[row.key], row.cells)) if row.key in changed else row
        for row in sheet.rows
    )
    tried = replace(sheet, rows=rows, settings=_typed(settings, sheet.settings))
    return Try(settings, changed, sheet, tried, form_of, tool.title)


def _differs(columns: tuple[Column, ...], row: Row, data: Mapping[str, Any]) -> bool:
    """Whether something else stands in the fields of a row than the page was sent with."""
    sent = initial_of(columns, row.cells)
    return any(data.get(f"{row.key}-{column.key}", "") != _as_sent(sent[column.key]) for column in columns)


def _as_sent(value: Cell) -> str:
    """A cell as a browser sends it back untouched."""
    if value is None or isinstance(value, bool):
        return "on" if value else ""
    return str(value)


def _errors_of(form: Entry) -> list[str]:
    return [str(error) for errors in form.errors.values() for error in errors]


def _typed(form: Entry, cells: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**cells, **form.cells()} if form.is_bound and form.is_valid() else cells
