"""What a version holds: the sheet, and the warnings that were dismissed with a reason; to JSON and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from alongside.kit.codes import new_code
from alongside.practice.tools.tool import Cell, Row, Sheet

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet, and for each dismissed warning who dismissed it and why."""

    sheet: Sheet = field(default_factory=Sheet)
    dismissed: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def as_json(self) -> str:
        """The content as it is sealed."""
        rows = [{"key": row.key, "cells": dict(row.cells)} for row in self.sheet.rows]
        dismissed = {key: list(told) for key, told in self.dismissed.items()}
        marks = {"marks": sorted(self.sheet.marks)} if self.sheet.marks else {}
        return json.dumps(
            {"rows": rows, "settings": dict(self.sheet.settings), "dismissed": dismissed, **marks}
        )

    def row(self, key: str) -> Row | None:
        """The row of this key."""
        return next((row for row in self.sheet.rows if row.key == key), None)

    def with_rows(self, rows: tuple[Row, ...]) -> Content:
        """The same with other rows."""
        return replace(self, sheet=replace(self.sheet, rows=rows))

    def with_marks(self, marks: Iterable[str]) -> Content:
        """The same with some more marks."""
        return replace(self, sheet=replace(self.sheet, marks=self.sheet.marks.union(marks)))

    def with_settings(self, settings: Mapping[str, Cell]) -> Content:
        """The same with other settings."""
        return replace(self, sheet=replace(self.sheet, settings=settings))


def read(text: str) -> Content:
    """The content that was sealed as this text."""
    told = json.loads(text)
    rows = tuple(Row(row["key"], row["cells"]) for row in told["rows"])
    dismissed = {key: (by, why) for key, (by, why) in told["dismissed"].items()}
    return Content(Sheet(rows, told["settings"], frozenset(told.get("marks", ()))), dismissed)


def new_row(cells: Mapping[str, Cell]) -> Row:
    """A row with a key of its own."""
    return Row(new_code()[:8], cells)


def merged(
    base: Mapping[str, Cell], current: Mapping[str, Cell], typed: Mapping[str, Cell]
) -> tuple[dict[str, Cell], list[str]]:
    """What two people typed, cell by cell, and the columns in which both typed something different.

    A cell that only one of them changed since ``base`` is theirs; one that both changed stays as it is now.
    """
    cells, crossed = dict(current), []
    for key, value in typed.items():
        if value == current.get(key) or value == base.get(key):
            continue
        if current.get(key) == base.get(key):
            cells[key] = value
        else:
            crossed.append(key)
    return cells, crossed
