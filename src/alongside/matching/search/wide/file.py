"""One file for all columns: written beside the old one, put in its place at once, and read where it lies.

The file is a line of JSON and then the arrays. Readers map it into memory, so that all processes share one copy; who
has the old one open keeps it. What was cut off or damaged does not add up and is not read; then the file before it is.
"""

from __future__ import annotations

import contextlib
import json
import logging
import mmap
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from alongside.matching.problem.crowds import Crowd, words_of

from .segment import Segment

log = logging.getLogger(__name__)
NAME, BEFORE = "mentors.columns", "mentors.columns.before"
VERSION = 2
ALIGN = 64
Stamp = tuple[int, int]


class Damaged(Exception):
    """The file is not whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Generation:
    """What one file holds: the mentors, the words in use, and how far the events had been read before."""

    segment: Segment
    words: list[str]
    seen: int


def folder() -> Path:
    """Where the files lie: beside the uploaded ones, in the folder of this instance. They are no part of a backup."""
    return Path(settings.MEDIA_ROOT).with_name("columns")


def stamp() -> Stamp | None:
    """What tells one file from the next; None when there is none."""
    try:
        found = (folder() / NAME).stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns


def remove() -> None:
    """Go back to columns in each process."""
    for name in (NAME, BEFORE):
        (folder() / name).unlink(missing_ok=True)


def write(made: Generation) -> Path:
    """Write the file beside the old one and put it in its place."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder() / NAME
    for left in folder().glob("*.part"):  # of a build that was ended
        left.unlink()
    part = folder() / f"{NAME}.{os.getpid()}.part"
    with part.open("wb") as out:
        for chunk in _chunks(made):
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    part.chmod(0o600)
    with contextlib.suppress(FileNotFoundError):
        (folder() / BEFORE).unlink(missing_ok=True)
        (folder() / BEFORE).hardlink_to(target)
    part.replace(target)
    return target


def _chunks(made: Generation) -> Iterator[bytes | memoryview]:
    crowd = {f"crowd.{name}": array for name, array in made.segment.crowd.arrays.items()}
    words = np.frombuffer("\n".join(made.words).encode(), dtype=np.uint8)
    arrays = crowd | {f"own.{name}": array for name, array in made.segment.own.items()} | {"words": words}
    listed, offset = {}, 0
    for name, array in arrays.items():
        data = _plain_bytes(array)
        listed[name] = [array.dtype.str, array.shape, offset, zlib.crc32(data)]
        offset += len(data) + -len(data) % ALIGN
    head: dict[str, Any] = {"version": VERSION, "size": len(made.segment), "seen": made.seen, "bytes": offset}
    head |= {"told": _plain(made.segment.crowd), "arrays": listed}
    line = json.dumps(head).encode()
    line = b"%08x%08x" % (len(line), zlib.crc32(line)) + line
    yield line + b"\n" * (-len(line) % ALIGN)
    for array in arrays.values():
        data = _plain_bytes(array)
        yield data
        yield b"\0" * (-len(data) % ALIGN)


def _plain_bytes(array: NDArray[Any]) -> memoryview:
    """The array as it lies in memory, not copied."""
    return memoryview(np.ascontiguousarray(array).reshape(-1).view(np.uint8))  # type: ignore[arg-type]  # a buffer


def _plain(crowd: Crowd) -> dict[str, list[Any]]:  # Any: words of several kinds
    told = {kind: list(getattr(crowd.words, kind).words) for kind in
            ("skills", "tags", "languages", "channels", "formats", "traits")}  # fmt: skip
    return told | {"cadences": [sorted(days) for days in crowd.words.cadences]}


def read() -> Generation | None:
    """The newest file that is whole; None when there is none."""
    for name in (NAME, BEFORE):
        try:
            return _read(folder() / name)
        except FileNotFoundError:
            continue
        except Damaged as damage:
            log.warning("%s is not whole and is passed over: %s", name, damage)
    return None


def _read(path: Path) -> Generation:
    with path.open("rb") as found:
        if path.stat().st_size < ALIGN:
            raise Damaged("it is too short")
        whole = mmap.mmap(found.fileno(), 0, access=mmap.ACCESS_READ)
    head, start = _head(whole)
    arrays = {name: _array(whole, start, *listed) for name, listed in head["arrays"].items()}
    crowd = {name[6:]: array for name, array in arrays.items() if name.startswith("crowd.")}
    own = {name[4:]: array for name, array in arrays.items() if name.startswith("own.")}
    told = head["told"] | {
        "tags": [tuple(word) for word in head["told"]["tags"]],
        "cadences": [frozenset(days) for days in head["told"]["cadences"]],
    }
    segment = Segment(Crowd(head["size"], words_of(told), crowd), own)
    return Generation(segment, arrays["words"].tobytes().decode().split("\n"), head["seen"])


def _head(whole: mmap.mmap) -> tuple[dict[str, Any], int]:  # Any: see ``_chunks``
    try:
        length, checksum = int(whole[:8], 16), int(whole[8:16], 16)
    except ValueError:
        raise Damaged("it does not begin as it should") from None
    line = whole[16 : 16 + length]
    if zlib.crc32(line) != checksum:
        raise Damaged("its first line is damaged")
    head, start = json.loads(line), 16 + length + -(16 + length) % ALIGN
    if head["version"] != VERSION or len(whole) != start + head["bytes"]:
        raise Damaged("it is of another version, or cut off")
    return head, start


def _array(
    whole: mmap.mmap, start: int, dtype: str, shape: list[int], offset: int, checksum: int
) -> NDArray[Any]:
    size = int(np.prod(shape))
    array = np.frombuffer(whole, dtype=dtype, count=size, offset=start + offset).reshape(shape)
    if zlib.crc32(array.tobytes()) != checksum:
        raise Damaged("a column is damaged")
    return array
