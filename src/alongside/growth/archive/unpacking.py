"""Opens an archive without trusting a word of it."""

from __future__ import annotations

import hashlib
import json
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

from .files import FOLDER
from .files import MOST_TOGETHER as FILES_TOGETHER
from .packing import FORMAT, VERSION, Told
from .parts import PARTS

LARGEST_ARCHIVE = 1100 * 1024**2
LARGEST_FILE = 100 * 1024 * 1024
MOST_TOGETHER = 400 * 1024 * 1024
"""Of what is no file, as it is read at once."""
MOST_ROWS = 200_000
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, OSError, EOFError)


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of each part that this instance knows, and every file by its place, read when it is asked for."""

    rows: dict[str, list[Told]]
    files: Mapping[str, bytes]


class Lying(Mapping[str, bytes]):
    """The files of an archive that stays open: one of them at a time is in memory."""

    def __init__(self, packed: zipfile.ZipFile, digests: dict[str, str]) -> None:
        self.packed, self.digests = packed, digests

    def __getitem__(self, place: str) -> bytes:
        digest = self.digests[place]
        try:
            return _file(self.packed, place, digest)
        except BROKEN as broken:
            raise ValueError(f"{place} cannot be read") from broken

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Opened]:
    """Hand out what is in an archive, as long as it is open; refuses what is none, or was changed."""
    with ExitStack() as stack:
        yield _opened(file, stack)


def _opened(file: IO[bytes], stack: ExitStack) -> Opened:
    try:
        packed = stack.enter_context(zipfile.ZipFile(file))
        _refuse_if_large(packed)
        about = json.loads(_read(packed, "about.json"))
        _refuse_if_other(about)
        parts = about["parts"]
        rows = {name: _rows(packed, name, parts[name]["sha256"]) for name in PARTS if name in parts}
        return Opened(rows, Lying(packed, dict(about.get("files", {}))))  # the first archives had none
    except RecursionError as broken:
        raise Refused(
            _("This archive is damaged, or was changed. Choose the file as you fetched it.")
        ) from broken
    except BROKEN as broken:
        raise Refused(
            _("This is not a zip file that can be read. Choose the archive that you fetched.")
        ) from broken
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise Refused(
            _("This archive is damaged, or was changed. Choose the file as you fetched it.")
        ) from broken


def _refuse_if_other(about: Told) -> None:
    if about["format"] != FORMAT:
        raise Refused(_("This zip file is not an archive of Alongside. Choose the one that you fetched."))
    if about["version"] > VERSION:
        raise Refused(_("This archive comes from a newer Alongside. Bring this one up to date first."))


def _refuse_if_large(packed: zipfile.ZipFile) -> None:
    """By what it says of itself; no single file is read further than is allowed, whatever it says."""
    files = [one for one in packed.infolist() if one.filename.startswith(f"{FOLDER}/")]
    held = sum(one.file_size for one in files)
    rest = sum(one.file_size for one in packed.infolist()) - held
    if held > FILES_TOGETHER or rest > MOST_TOGETHER:
        raise Refused(_("This archive is larger than any that Alongside makes."))


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive; never more than is allowed, whatever it says about its size."""
    with packed.open(name) as entry:
        content = entry.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise Refused(_("This archive is larger than any that Alongside makes."))
    return content


def _file(packed: zipfile.ZipFile, place: str, digest: str) -> bytes:
    content = _read(packed, place)
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"{place} is not what was packed")
    return content


def _rows(packed: zipfile.ZipFile, name: str, digest: str) -> list[Told]:
    content = _read(packed, f"data/{name}.json")
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"{name} is not what was packed")
    rows: Any = json.loads(content)  # Any: typed by what follows
    if not isinstance(rows, list) or len(rows) > MOST_ROWS or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{name} holds no rows")
    return rows
