"""A table that was pasted or uploaded, as CSV or as Markdown."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

MOST_ROWS, MOST_COLUMNS = 500, 40
SEPARATORS = ",;\t"
SETTINGS = ("setting", "name", "value")
"""The line above the settings in a table that was taken out; the same in every language, so that all read it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The first line, and the lines below it, each as long as the first."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    settings: tuple[tuple[str, str], ...] = ()
    """Keys and values, where the table is one that was taken out of a worksheet."""


def decode(data: bytes) -> str:
    """The text of an uploaded file; refuses what is no text, whatever its name says."""
    if b"\x00" in data or data.startswith((b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8")):
        raise Refused(
            _("This file is not a table in text. Save it as CSV, or copy the cells and paste them.")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(text: str) -> Table:
    """Read CSV (comma, semicolon or tab) or a Markdown table."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Refused(_("Paste a table, or choose a file."))
    found = _markdown(lines) if lines[0].lstrip().startswith("|") else _separated(lines)
    found, settings = _apart(found)
    head, rows = found[0], found[1:]
    if not rows:
        raise Refused(
            _("The table has one line only. The first line names the columns; the rows come below it.")
        )
    if len(rows) > MOST_ROWS or len(head) > MOST_COLUMNS:
        raise Refused(_("This table is larger than 500 rows and 40 columns. Bring a part of it."))
    width = len(head)
    return Table(tuple(head), tuple(tuple((row + [""] * width)[:width]) for row in rows), settings)


def _apart(found: list[list[str]]) -> tuple[list[list[str]], tuple[tuple[str, str], ...]]:
    """The rows, and the settings below them."""
    marks = [at for at, row in enumerate(found) if at and tuple(row[:3]) == SETTINGS and not any(row[3:])]
    if not marks:
        return found, ()
    told = (row for row in found[marks[0] + 1 :] if len(row) >= len(SETTINGS))
    return found[: marks[0]], tuple((row[0], row[2]) for row in told)


def _markdown(lines: list[str]) -> list[list[str]]:
    rows = [_cells(line.strip().strip("|")) for line in lines]
    return [row for row in rows if not all(re.fullmatch(r":?-{2,}:?", cell) for cell in row)]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|").replace("<br>", "\n") for cell in re.split(r"(?<!\\)\|", line)]


def _separated(lines: list[str]) -> list[list[str]]:
    separator = max(SEPARATORS, key=lines[0].count)
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=separator)
    try:
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error as wrong:
        raise Refused(_("This table could not be read: a cell is larger than a cell can be.")) from wrong
