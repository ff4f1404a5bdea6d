"""Tables as people keep them: CSV in any common encoding, or the first sheet of an XLSX workbook."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import IO

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils.exceptions import InvalidFileException

from alongside.kit.errors import Refused

from .files import BROKEN, LARGEST_FILE, lines_of

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_UNPACKED = 60 * 1024 * 1024
Line = list[str]
UNREADABLE = (
    *BROKEN, InvalidFileException, KeyError, IndexError, TypeError, AttributeError, OverflowError,
    SyntaxError,  # what is no XML
)  # fmt: skip


def read(file: IO[bytes], name: str) -> tuple[Line, list[Line]]:
    """Return the header and the rows of a table; refuses what is none, and what is too long."""
    lines = _workbook(file) if name.lower().endswith(".xlsx") else _csv(file)
    try:
        header = next(lines, [])
        rows = [row for row in islice(lines, MOST_ROWS + 1) if any(row)]
    except (csv.Error, UnicodeError, ValueError) as broken:
        raise Refused(
            _("This table cannot be read. Save it as CSV (UTF-8) or XLSX and choose it again.")
        ) from broken
    if not any(header) or len(header) > MOST_COLUMNS:
        raise Refused(
            _("There is no row of column names at the top of this table. Add one and choose it again.")
        )
    if len(rows) > MOST_ROWS:
        raise Refused(
            _("The table has more than 20,000 rows. Split it and bring the parts one after another.")
        )
    return header, rows


def _csv(file: IO[bytes]) -> Iterator[Line]:
    text = lines_of(file.read(LARGEST_FILE + 1))
    start = text.read(4096)
    text.seek(0)
    delimiter = max(",;\t", key=start.split("\n", 1)[0].count)
    for row in csv.reader(text, delimiter=delimiter):
        yield [cell.strip() for cell in row]


def _workbook(file: IO[bytes]) -> Iterator[Line]:
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Refused(
                    _("The workbook unpacks to more than any roster needs. Save it as CSV instead.")
                )
        file.seek(0)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        # Without these limits a single cell at the far end of a sheet makes 16,384 cells of every row.
        limits = {"max_col": MOST_COLUMNS + 1, "max_row": MOST_ROWS + 2}
        for row in book.worksheets[0].iter_rows(values_only=True, **limits):
            yield _filled(["" if cell is None else str(cell).strip().replace("\x00", "") for cell in row])
    except UNREADABLE as broken:
        raise Refused(
            _("This is not a workbook that can be read. Save it as XLSX or CSV and choose it again.")
        ) from broken


def _filled(cells: Line) -> Line:
    """The cells up to the last one that says something."""
    while cells and not cells[-1]:
        cells.pop()
    return cells
