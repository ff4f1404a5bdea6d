"""Files of rows: they lie beside the rows in the archive, and are taken in only if they are what they are called."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.accounts.persons.models import Person
from alongside.kit.uploads import Taken, take
from alongside.vault.keys.keyring import Unreadable

from .models import KeptFile

IN_MEMORY = 60 * 1024 * 1024
"""Bytes of all files that are gathered before they are written, such as those of one mentorship."""
MOST_TOGETHER = 1024**3
"""Bytes of all files of one archive, so that one is never too large to be taken in again."""
FOLDER = "files"
Thing = Any  # Any: a row of whichever table


@dataclass(frozen=True, slots=True)
class Filed:
    """How the file of a row is called and read, and how it is kept where the row lives again."""

    name: str
    """The field that holds its name; empty for a row without a file."""
    read: Callable[[Thing], bytes]
    keep: Callable[[Thing, str, str, bytes], None] | None = None


class Files:
    """What lies in ``files/`` of one archive, by its place.

    With ``write`` each file goes there at once and is forgotten, so that one of them at a time is in memory.
    """

    def __init__(
        self, person: Person, most: int = IN_MEMORY, write: Callable[[str, bytes], None] | None = None
    ) -> None:
        self.person, self.most, self.write = person, most, write
        self.found: dict[str, bytes] = {}
        self.digests: dict[str, str] = {}
        self.held = 0
        """Bytes of all of them."""
        self.left = 0
        """How many did not fit."""

    def place_of(self, row: Thing, part: str, filed: Filed) -> str:
        """Put the file of a row into its place; nothing for a row without one that can be read."""
        try:
            name = getattr(row, filed.name)
            return self._put(f"{FOLDER}/{part}/{row.code}/{name}", filed.read(row)) if name else ""
        except Unreadable:
            return ""
        finally:
            forget(row)

    def again(self, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Put in what was brought along with these rows, as it lay there."""
        rows = list(rows)
        if not any(row.get("file") for row in rows):
            return rows
        kept = {one.place: one for one in KeptFile.objects.filter(person=self.person)}
        return [self._with_file(row, kept.get(row.get("file") or "")) for row in rows]

    def _with_file(self, row: dict[str, Any], kept: KeptFile | None) -> dict[str, Any]:
        if kept is None:
            return row | {"file": ""}
        place = self._put(kept.place, kept.read())
        forget(kept)
        return row | {"file": place}

    def _put(self, place: str, content: bytes) -> str:
        if place in self.digests:
            return place
        if self.held + len(content) > self.most:
            self.left += 1
            return ""
        self.held += len(content)
        self.digests[place] = hashlib.sha256(content).hexdigest()
        if self.write:
            self.write(place, content)
        else:
            self.found[place] = content
        return place


def forget(row: Thing) -> None:
    """Let go of a file that was read or kept: asked for again, it is read again."""
    row.__dict__.pop("content", None)


def named(place: str) -> str:
    """What the file in a place is called."""
    return place.rpartition("/")[2]


def checked(place: str, content: bytes) -> Taken:
    """The file in a place, looked at like one that is uploaded; raises ``ValidationError`` otherwise."""
    return take(SimpleUploadedFile(named(place), content))
