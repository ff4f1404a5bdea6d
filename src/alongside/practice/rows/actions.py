"""What can be done to the rows of a worksheet; each change is a version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.practice.tools.tool import Cell, Kind, Row, Tool
from alongside.practice.worksheets import rules
from alongside.practice.worksheets.content import MOST_ROWS, Content, merged, new_row
from alongside.practice.worksheets.crossing import Crossed
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for, write

Cells = Mapping[str, Cell]


@transaction.atomic
def add(
    worksheet: Worksheet, rows: Sequence[Cells], *, by: Person, settings: Cells | None = None
) -> tuple[str, ...]:
    """Add rows at the end, perhaps with the settings that belong to them, as one version; answers their keys."""
    require(rules.can_edit(by, worksheet))
    added = tuple(new_row(cells) for cells in rows)

    def change(content: Content) -> Content:
        if len(content.sheet.rows) + len(added) > MOST_ROWS:
            raise Refused(_("A worksheet holds 500 rows. Take some away first, or start another one."))
        set_up = content.with_settings({**content.sheet.settings, **(settings or {})})
        return set_up.with_rows((*content.sheet.rows, *added))

    if write(worksheet, change, by=by):
        record("worksheet.rows_added", by=by, about=worksheet, rows=len(added))
    return tuple(row.key for row in added)


@transaction.atomic
def change(worksheet: Worksheet, key: str, typed: Cells, *, by: Person, seen: int) -> None:
    """Change cells of a row. ``seen`` is the version that was being looked at; see ``merged``."""
    require(rules.can_edit(by, worksheet))
    tool = tool_for(worksheet)
    earlier = content_of(worksheet, seen).row(key)
    base = earlier.cells if earlier else {}

    def put(content: Content) -> Content:
        current = _row(content, key)
        cells, crossed = merged(base, current.cells, typed)
        if crossed:
            raise Crossed({column: current.cells.get(column) for column in crossed})
        rows = tuple(Row(key, cells) if row.key == key else row for row in content.sheet.rows)
        return content.with_rows(
            _follow(tool, rows, current.text(tool.title), str(cells.get(tool.title) or ""))
        )

    if write(worksheet, put, by=by):
        record("worksheet.row_changed", by=by, about=worksheet)


@transaction.atomic
def move(worksheet: Worksheet, key: str, to: str, *, by: Person) -> None:
    """Move a row to another part of the board, such as from must to should."""
    require(rules.can_edit(by, worksheet))
    tool = tool_for(worksheet)
    column = tool.column(tool.board)
    if column is None or to not in dict(column.choices):
        raise Refused(_("Choose one of the parts of the board."))

    def put(content: Content) -> Content:
        _row(content, key)
        rows = (
            replace(row, cells={**row.cells, tool.board: to}) if row.key == key else row
            for row in content.sheet.rows
        )
        return content.with_rows(tuple(rows))

    if write(worksheet, put, by=by):
        record("worksheet.row_moved", by=by, about=worksheet)


@transaction.atomic
def lift(worksheet: Worksheet, key: str, *, by: Person) -> None:
    """Move a row one place up; the first one stays."""
    require(rules.can_edit(by, worksheet))

    def put(content: Content) -> Content:
        rows = list(content.sheet.rows)
        place = rows.index(_row(content, key))
        if place:
            rows[place - 1], rows[place] = rows[place], rows[place - 1]
        return content.with_rows(tuple(rows))

    if write(worksheet, put, by=by):
        record("worksheet.row_lifted", by=by, about=worksheet)


@transaction.atomic
def remove(worksheet: Worksheet, key: str, *, by: Person) -> None:
    """Take a row away; undoing brings it back."""
    require(rules.can_edit(by, worksheet))

    def put(content: Content) -> Content:
        return content.with_rows(tuple(row for row in content.sheet.rows if row.key != key))

    if write(worksheet, put, by=by):
        record("worksheet.row_removed", by=by, about=worksheet)


def _row(content: Content, key: str) -> Row:
    row = content.row(key)
    if row is None:
        raise Refused(_("This row was taken away meanwhile. Undo brings it back."))
    return row


def _follow(tool: Tool, rows: tuple[Row, ...], old: str, new: str) -> tuple[Row, ...]:
    """When a row gets another name, the links of other rows to it follow."""
    linking = [column.key for column in tool.columns if column.kind is Kind.LINK]
    if not linking or old == new:
        return rows
    return tuple(
        replace(row, cells={**row.cells, **{key: new for key in linking if row.text(key) == old}})
        for row in rows
    )
