"""The forms of a round: the judged columns of every row, and what is agreed on for every difference."""

from __future__ import annotations

from typing import Any

from alongside.practice.tools.tool import Row, Sheet, Tool
from alongside.practice.worksheets.entry import Entry, initial_of

from .gaps import Gap, Judged


def judging_forms(tool: Tool, sheet: Sheet, said: Judged, data: Any = None) -> list[tuple[Row, str, Entry]]:
    """One form for each row, with the judged columns only."""
    return [
        (
            row,
            row.text(tool.title),
            Entry(
                tool.judged,
                data,
                prefix=row.key,
                auto_id="judge-%s",
                there=initial_of(tool.judged, said.get(row.key, {})),
            ),
        )
        for row in sheet.rows
    ]


def agreed_forms(found: list[Gap], data: Any = None) -> list[tuple[Gap, Entry]]:
    """One form for each cell that was judged; where all say the same, that is what it begins with."""
    return [
        (
            gap,
            Entry([gap.column], data, prefix=gap.row.key, auto_id="agreed-%s", initial=_same(gap)),
        )
        for gap in found
    ]


def _same(gap: Gap) -> dict[str, Any]:
    value = next(iter(gap.values.values()))
    return initial_of([gap.column], {gap.column.key: value}) if gap.size == 0 else {}
