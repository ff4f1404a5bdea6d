"""What changed between two versions of a sheet: what moved, which cells, and the result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.practice.tools.tool import Result, Row, Sheet, Tool, said
from alongside.practice.worksheets.entry import shown


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell that is different."""

    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A row whose place in the result is different; places count from 1, None is not ranked."""

    row: str
    before: int | None
    after: int | None
    value_before: str
    value_after: str

    @property
    def flipped(self) -> bool:
        """Whether it changed its place, and not only its value."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that is different."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    cells: tuple[Changed, ...]
    moved: tuple[Moved, ...]
    figures: tuple[tuple[str, str, str], ...]


def between(tool: Tool, before: Sheet, after: Sheet) -> Difference:
    """Compare two sheets of one tool."""
    tool = tool.called(after)
    old, new = {row.key: row for row in before.rows}, {row.key: row for row in after.rows}
    results = tool.compute(before), tool.compute(after)
    return Difference(
        tuple(row.text(tool.title) for key, row in new.items() if key not in old),
        tuple(row.text(tool.title) for key, row in old.items() if key not in new),
        (*_settings(tool, before, after), *_cells(tool, old, new)),
        tuple(_moved(tool, {**old, **new}, *results)),
        tuple(_figures(*results)),
    )


def _cells(tool: Tool, old: dict[str, Row], new: dict[str, Row]) -> Iterator[Changed]:
    for key, row in new.items():
        for column in tool.columns if key in old else ():
            pair = [shown(column, one.cells.get(column.key)) for one in (old[key], row)]
            if pair[0] != pair[1]:
                yield Changed(row.text(tool.title), str(column.label), *pair)


def _settings(tool: Tool, before: Sheet, after: Sheet) -> Iterator[Changed]:
    for column in tool.settings:
        pair = [shown(column, one.settings.get(column.key)) for one in (before, after)]
        if pair[0] != pair[1]:
            yield Changed("", str(column.label), *pair)


def _moved(tool: Tool, rows: dict[str, Row], before: Result, after: Result) -> Iterator[Moved]:
    values = dict(before.ranking), dict(after.ranking)
    places = [{key: at for at, key in enumerate(ranked, 1)} for ranked in values]
    for key in dict.fromkeys([*places[1], *places[0]]):
        if values[0].get(key) != values[1].get(key) or places[0].get(key) != places[1].get(key):
            found = said(values[0].get(key)), said(values[1].get(key))
            yield Moved(rows[key].text(tool.title), places[0].get(key), places[1].get(key), *found)


def _figures(before: Result, after: Result) -> Iterator[tuple[str, str, str]]:
    old = {str(name): value for name, value in before.figures}
    for name, value in after.figures:
        if old.get(str(name)) != value:
            yield str(name), old.get(str(name), "–"), value
