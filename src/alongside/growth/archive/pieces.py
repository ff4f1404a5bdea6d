"""The zip file as it waits: in sealed pieces, written and read one after the other."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

from .models import Archive, Piece

SIZE = 4 * 1024 * 1024


class Pieces(io.RawIOBase):
    """A file to write to, from front to back, that keeps what it is given piece by piece."""

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self.archive, self.number, self.size = archive, 0, 0
        self.waiting = bytearray()

    def writable(self) -> bool:
        """It is for writing alone, and never goes back."""
        return True

    def write(self, content: object) -> int:
        """Take what comes next; whole pieces are kept."""
        told = memoryview(content).cast("B")  # type: ignore[arg-type]  # whatever has bytes
        self.waiting += told
        self.size += len(told)
        while len(self.waiting) >= SIZE:
            self._keep(bytes(self.waiting[:SIZE]))
            del self.waiting[:SIZE]
        return len(told)

    def finish(self) -> None:
        """Keep the rest."""
        if self.waiting:
            self._keep(bytes(self.waiting))
            self.waiting.clear()

    def _keep(self, content: bytes) -> None:
        piece = Piece(archive=self.archive, number=self.number)
        piece.keep(content)
        piece.save(force_insert=True)
        self.number += 1


def read(archive: Archive) -> Iterator[bytes]:
    """The zip file, one piece in memory at a time."""
    numbers = list(Piece.objects.filter(archive=archive).values_list("number", flat=True))
    if not numbers:
        yield base64.b64decode(archive.content)
    for number in numbers:
        piece = Piece.objects.get(archive=archive, number=number)
        piece.archive = archive
        yield piece.read()
