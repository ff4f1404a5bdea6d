"""Spreadsheets read into rows that know their line: CSV in any usual encoding, and XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

LARGEST = 200 * 1024 * 1024
UNPACKED = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return (
            f"{self.file}, line {self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"
        )


class Faulty(Exception):
    """The input cannot be used; every fault at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows below it; rows with nothing in them are left out."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read(path: Path) -> Sheet:
    """One table; raises ``Faulty`` for a file that is not one."""
    try:
        if path.stat().st_size > LARGEST:
            raise Faulty([Fault(path.name, 0, f"The file is larger than {LARGEST >> 20} MB.")])
        rows = list(_xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    except OSError as error:
        raise Faulty([Fault(path.name, 0, f"The file cannot be read: {error.strerror}.")]) from None
    full = [row for row in rows if any(row.cells)]
    if not full:
        raise Faulty([Fault(path.name, 0, "The file is empty.")])
    return Sheet(path.name, full[0].cells, tuple(full[1:]))


def _csv(path: Path) -> Iterator[Row]:
    text = decoded(path.read_bytes())
    if "\0" in text:
        raise Faulty([Fault(path.name, 0, "This is not a CSV file. Save the table as CSV or XLSX.")])
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Faulty([Fault(path.name, line, f"The line cannot be read: {error}.")]) from None


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 by their marks, else UTF-8, else Windows' Western European."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _xlsx(path: Path) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
                raise Faulty([Fault(path.name, 0, "The file unpacks to more than a gigabyte.")])
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError):
        raise Faulty(
            [Fault(path.name, 0, "This is not an XLSX file. Save the table as CSV or XLSX.")]
        ) from None
    with closing(book):
        for line, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            yield Row(line, tuple(_shown(cell) for cell in cells))


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
