"""A sheet as CSV, Markdown or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from alongside.kit.cells import harmless
from alongside.practice.tools.tool import Sheet, Tool
from alongside.practice.worksheets.entry import shown

from .reading import SETTINGS


def as_csv(tool: Tool, sheet: Sheet) -> str:
    """The rows with what was worked out, and the settings below; no text can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    for line in _lines(tool, sheet):
        writer.writerow([_harmless(cell) for cell in line])
    if told := _settings(tool, sheet):
        writer.writerow([])
        writer.writerows([_harmless(cell) for cell in line] for line in [SETTINGS, *told])
    return out.getvalue()


def as_markdown(tool: Tool, sheet: Sheet) -> str:
    """The rows as a Markdown table, and the settings as another one below it."""
    told = _settings(tool, sheet)
    return _table(_lines(tool, sheet)) + (f"\n{_table([list(SETTINGS), *told])}" if told else "")


def _table(told: list[list[str]]) -> str:
    lines = [[cell.replace("|", "\\|").replace("\n", "<br>") for cell in line] for line in told]
    rows = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([rows[0], "|" + " --- |" * len(lines[0]), *rows[1:]]) + "\n"


def as_json(tool: Tool, sheet: Sheet) -> str:
    """Everything that was typed, and the result, for programs."""
    result = tool.compute(sheet)
    told = {
        "tool": tool.key,
        "settings": dict(sheet.settings),
        "rows": [{"key": row.key, **row.cells} for row in sheet.rows],
        "ranking": [list(pair) for pair in result.ranking],
        "figures": {str(name): value for name, value in result.figures},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


WAYS: dict[str, tuple[str, Callable[[Tool, Sheet], str]]] = {
    "csv": ("text/csv", as_csv),
    "md": ("text/markdown", as_markdown),
    "json": ("application/json", as_json),
}


def _lines(tool: Tool, sheet: Sheet) -> list[list[str]]:
    result = tool.compute(sheet)
    head = [str(column.label) for column in tool.called(sheet).columns] + [str(name) for name in result.head]
    rows = [
        [shown(column, row.cells.get(column.key)) for column in tool.columns]
        + list(result.derived.get(row.key, ()))
        for row in sheet.rows
    ]
    return [head, *rows]


def _settings(tool: Tool, sheet: Sheet) -> list[list[str]]:
    """The key, the name and the value of each setting that says something."""
    told = [(one, shown(one, sheet.settings.get(one.key))) for one in tool.settings]
    return [[one.key, str(one.label), value] for one, value in told if value]


def _harmless(cell: str) -> str:
    is_number = cell.replace(",", "").replace(".", "").lstrip("-").isdigit()
    return cell if is_number else harmless(cell)
