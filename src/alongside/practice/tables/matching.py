"""The columns of a table matched to those of a tool, and its texts made cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.kit.cells import as_typed
from alongside.practice.tools.tool import Cell, Sheet, Tool
from alongside.practice.worksheets.entry import Entry, plain, typed

from .reading import Table


@dataclass(frozen=True, slots=True)
class Brought:
    """The cells of every row, and what is wrong with some: (line of the table, sentence)."""

    rows: tuple[Mapping[str, Cell], ...]
    wrong: tuple[tuple[int, str], ...]


def guess(tool: Tool, table: Table) -> dict[str, int]:
    """For each column of the tool the column of the table with its name, or the first one for the title."""
    names = [plain(name) for name in table.head]
    found = {}
    for column in tool.columns:
        for name in (plain(column.key), plain(str(column.label))):
            if name in names:
                found[column.key] = names.index(name)
    if tool.title not in found and 0 not in found.values():
        found[tool.title] = 0
    return found


def bring(tool: Tool, table: Table, places: Mapping[str, int]) -> Brought:
    """Read each row through the form of the tool, so that imports keep the same rules as typing."""
    rows: list[Mapping[str, Cell]] = []
    wrong: list[tuple[int, str]] = []
    links = [row[places[tool.title]] for row in table.rows] if tool.title in places else []
    for line, row in enumerate(table.rows, 2):
        data = {
            column.key: typed(column, row[places[column.key]])
            for column in tool.columns
            if column.key in places
        }
        form = Entry(tool.columns, data, links=links)
        if form.is_valid():
            rows.append(form.cells())
        else:
            wrong += [(line, str(error)) for errors in form.errors.values() for error in errors]
    return Brought(tuple(rows), tuple(wrong))


def settings_in(tool: Tool, table: Table, sheet: Sheet) -> tuple[Mapping[str, Cell], tuple[str, ...]]:
    """The settings that the table brings along, and what is wrong with some.

    On a sheet with rows only those are taken that say nothing there yet: the rows were made with the others.
    """
    empty = {one.key for one in tool.settings if sheet.settings.get(one.key) in (None, "", False)}
    told = {key: text for key, text in table.settings if not sheet.rows or key in empty}
    columns = [one for one in tool.settings if one.key in told]
    form = Entry(columns, {one.key: typed(one, as_typed(told[one.key])) for one in columns})
    if form.is_valid():
        return form.cells(), ()
    return {}, tuple(str(error) for errors in form.errors.values() for error in errors)


def unknown(table: Table, places: Mapping[str, int]) -> list[str]:
    """The columns of the table that go nowhere."""
    return [name for at, name in enumerate(table.head) if at not in places.values()]


def choices_of(table: Table) -> Iterable[tuple[str, str]]:
    """The columns of the table, to choose from."""
    return [("", _("Leave empty")), *((str(at), name or f"#{at + 1}") for at, name in enumerate(table.head))]
