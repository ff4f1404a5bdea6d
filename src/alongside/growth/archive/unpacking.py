"""Opens an archive without trusting a word of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

from .packing import FORMAT, VERSION, Told
from .parts import PARTS

LARGEST_FILE = 100 * 1024 * 1024
MOST_TOGETHER = 400 * 1024 * 1024
MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Opened:
    """The rows of each part that this instance knows, and every file by its place."""

    rows: dict[str, list[Told]]
    files: dict[str, bytes]


def opened(file: IO[bytes]) -> Opened:
    """Return what is in an archive; refuses what is none, or was changed."""
    try:
        with zipfile.ZipFile(file) as packed:
            about = json.loads(_read(packed, "about.json"))
            if about["format"] != FORMAT:
                raise Refused(
                    _("This zip file is not an archive of Alongside. Choose the one that you fetched.")
                )
            if about["version"] > VERSION:
                raise Refused(
                    _("This archive comes from a newer Alongside. Bring this one up to date first.")
                )
            parts = about["parts"]
            rows = {name: _rows(packed, name, parts[name]["sha256"]) for name in PARTS if name in parts}
            files = about.get("files", {})  # the first archives had none
            return Opened(rows, {place: _file(packed, place, files[place]) for place in files})
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as broken:
        raise Refused(
            _("This is not a zip file that can be read. Choose the archive that you fetched.")
        ) from broken
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as broken:
        raise Refused(
            _("This archive is damaged, or was changed. Choose the file as you fetched it.")
        ) from broken


def _read(packed: zipfile.ZipFile, name: str) -> bytes:
    """One file of the archive; never more than is allowed, whatever it says about its size."""
    if sum(entry.file_size for entry in packed.infolist()) > MOST_TOGETHER:
        raise Refused(_("This archive is larger than any that Alongside makes."))
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
