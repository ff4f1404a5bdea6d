"""What the page of one worksheet shows to this reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.practice.tools.tool import Caution, Cell, Column, Result, Row, Sheet, Tool
from alongside.practice.worksheets.content import Content
from alongside.practice.worksheets.entry import Entry, initial_of, shown, told
from alongside.practice.worksheets.holding import rests
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.rules import can_edit, can_share
from alongside.practice.worksheets.writing import content_of, tool_for

Context = dict[str, Any]  # Any: a template's context


@dataclass(frozen=True, slots=True)
class Line:
    """A row as the table shows it."""

    key: str
    place: int
    name: str
    cells: list[str]
    derived: tuple[str, ...]
    talk: int = 0
    labels: tuple[str, ...] = ()
    """What the cells and what is worked out are called: on a phone they stand below each other."""

    @property
    def entered(self) -> list[tuple[str, str]]:
        """The cells, each with its label."""
        return list(zip(self.labels, self.cells, strict=False))

    @property
    def worked_out(self) -> list[tuple[str, str]]:
        """What is worked out, each with its label."""
        return list(zip(self.labels[len(self.cells) :], self.derived, strict=False))


def page_of(
    worksheet: Worksheet, reader: Person, *, opened: str = "", talk: Mapping[str, int] | None = None
) -> Context:
    """The worksheet as it stands, with the form of the row that is open."""
    content = content_of(worksheet)
    tool = tool_for(worksheet).called(content.sheet)
    result = tool.compute(content.sheet)
    row = content.row(opened)
    return {
        "worksheet": worksheet,
        "tool": tool,
        "may_edit": can_edit(reader, worksheet) and not rests(worksheet.mentorship),
        "rests": rests(worksheet.mentorship),
        "may_share": can_share(reader, worksheet),
        "opened": row.key if row else "",
        "row_form": entry_of(tool.columns, row, content.sheet, tool) if row else None,
        "add_form": entry_of(tool.columns, None, content.sheet, tool),
        "settings_form": settings_of(tool, content.sheet),
        "has_settings": any(value not in (None, "", False) for value in content.sheet.settings.values()),
        **shown_of(tool, content, result, talk or {}),
    }


def shown_of(tool: Tool, content: Content, result: Result, talk: Mapping[str, int]) -> Context:
    """The table, the figures, the picture and the warnings of a content."""
    sheet = content.sheet
    cautions = tool.cautions(sheet, result)
    labels = (*(str(column.label) for column in tool.columns[1:]), *map(str, result.head))
    return {
        "lines": [_line(tool, at, row, result, talk, labels) for at, row in enumerate(sheet.rows)],
        "result": result,
        "set_up": [(column.label, told(column, value)) for column, value in tool.set_up(sheet)],
        "drawn": tool.picture(sheet, result),
        "cautions": [one for one in cautions if one.key not in content.dismissed],
        "dismissed": list(_dismissed(cautions, content)),
        "parts": board(tool, sheet),
    }


def entry_of(
    columns: tuple[Column, ...], row: Row | None, sheet: Sheet, tool: Tool, data: Any = None
) -> Entry:
    """The form of a row, or of a new one."""
    links = [one.text(tool.title) for one in sheet.rows if row is None or one.key != row.key]
    initial = initial_of(columns, row.cells) if row else {}
    name = row.key if row else "new"
    return Entry(columns, data, links=[link for link in links if link], initial=initial, auto_id=f"{name}-%s")


def settings_of(tool: Tool, sheet: Sheet, data: Any = None) -> Entry:
    """The form of the settings."""
    initial = initial_of(tool.settings, sheet.settings)
    return Entry(tool.settings, data, initial=initial, auto_id="setting-%s")


def theirs_in_words(columns: tuple[Column, ...], theirs: Mapping[str, Cell]) -> list[tuple[str, str]]:
    """What somebody else typed meanwhile, as the table shows it."""
    by_key = {column.key: column for column in columns}
    return [(str(by_key[key].label), shown(by_key[key], value) or "–") for key, value in theirs.items()]


def board(tool: Tool, sheet: Sheet) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The parts of the board, each with its rows by key and name; rows without a part come first."""
    column = tool.column(tool.board)
    if column is None:
        return []
    parts = [("", "–"), *((key, str(label)) for key, label in column.choices)]
    cards: dict[str, list[tuple[str, str]]] = {key: [] for key, _label in parts}
    for row in sheet.rows:
        cards[row.text(tool.board)].append((row.key, row.text(tool.title)))
    return [(key, label, cards[key]) for key, label in parts if key or cards[key]]


def _line(
    tool: Tool, at: int, row: Row, result: Result, talk: Mapping[str, int], labels: tuple[str, ...]
) -> Line:
    cells = [told(column, row.cells.get(column.key)) for column in tool.columns[1:]]
    return Line(
        row.key, at + 1, shown(tool.columns[0], row.cells.get(tool.title)), cells,
        result.derived.get(row.key, ()), talk.get(row.key, 0), labels,
    )  # fmt: skip


def _dismissed(cautions: list[Caution], content: Content) -> Iterator[dict[str, Any]]:
    for caution in cautions:
        if caution.key in content.dismissed:
            by, why = content.dismissed[caution.key]
            yield {"caution": caution, "by": by, "why": why}
