"""Opening what was uploaded, without trusting a word of it."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_ENTRY = 5 * 1024 * 1024
MOST_ENTRIES = 2000
MOST_TOGETHER = 60 * 1024 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError, ValueError)
"""What opening and unpacking a zip archive raises that is damaged, locked, or packed in a way of its own."""
MOST_INFLATION = 200
"""An entry that unpacks to more than 200 times its size is no table of a career."""


def check_size(size: int) -> None:
    """Refuse a file that is larger than any career or roster."""
    if size > LARGEST_FILE:
        raise Refused(_("The file is larger than 20 MB. Choose the archive of your data without pictures."))
    if size == 0:
        raise Refused(_("The file is empty. Choose another one."))


def open_archive(file: IO[bytes]) -> Mapping[str, str]:
    """Return the tables of a zip archive as text, by their file name in lower case.

    Entries in folders count by their last name; anything that is no CSV is left alone. Refuses what is not
    a zip archive, what hides too much, and what cannot be read.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_ENTRIES:
                raise Refused(_("The archive holds too many files to be the one that LinkedIn sends."))
            tables = [entry for entry in entries if entry.filename.lower().endswith(".csv")]
            if sum(entry.file_size for entry in tables) > MOST_TOGETHER:
                raise Refused(_("The tables in the archive are together larger than any career."))
            return {_last(entry.filename): decode(_unpack(archive, entry)) for entry in tables}
    except BROKEN as broken:
        raise Refused(
            _("This is not a zip archive that can be read. Choose the file that LinkedIn sent.")
        ) from broken


def _last(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].lower()


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    too_large = entry.file_size > LARGEST_ENTRY
    if too_large or entry.file_size > MOST_INFLATION * max(entry.compress_size, 1024):
        raise Refused(_("A table in the archive is too large to be part of a career."))
    with archive.open(entry) as packed:
        content = packed.read(LARGEST_ENTRY + 1)
    if len(content) > LARGEST_ENTRY:
        raise Refused(_("A table in the archive is too large to be part of a career."))
    return content


def decode(content: bytes) -> str:
    """Return bytes as text: by their byte-order mark, else UTF-8, else Latin-1; NUL characters go."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    return text.replace("\x00", "")


def lines_of(content: bytes) -> io.StringIO:
    """Return decoded content as a file of lines."""
    return io.StringIO(decode(content), newline="")
