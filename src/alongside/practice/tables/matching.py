"""The columns of a table matched to those of a tool, and its texts made cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.practice.tools.tool import Cell, Tool
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


def unknown(table: Table, places: Mapping[str, int]) -> list[str]:
    """The columns of the table that go nowhere."""
    return [name for at, name in enumerate(table.head) if at not in places.values()]


def choices_of(table: Table) -> Iterable[tuple[str, str]]:
    """The columns of the table, to choose from."""
    return [("", _("Leave empty")), *((str(at), name or f"#{at + 1}") for at, name in enumerate(table.head))]
