"""The backup file: a tar with the database's dump, the uploaded files and, last, the list of all with checksums."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from alongside import __version__

FORMAT = 1
DUMP = "database.dump"
FILES = "files/"
MANIFEST = "manifest.json"
PIECE = 1024 * 1024


class NotABackup(Exception):
    """The file is not a backup, is not whole, or was changed; the message says which."""


@dataclass
class Manifest:
    """What a backup holds and what made it."""

    made_at: str
    alongside: str = __version__
    format: int = FORMAT
    members: dict[str, str] = field(default_factory=dict)


class Hashing(io.RawIOBase):
    """Reads a file and remembers the checksum of what was read."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source = source
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        piece = self.source.read(size)
        self.sum.update(piece)
        return piece


def write(target: Path, dump: Path, files: Path, now: dt.datetime) -> Manifest:
    """Write the backup beside its place and move it there when it is whole; only its owner can read it."""
    manifest = Manifest(made_at=now.isoformat(timespec="seconds"))
    partial = target.with_name(target.name + ".partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
                for name, path in _members(dump, files):
                    manifest.members[name] = _add(tar, name, path)
                _add_text(tar, MANIFEST, json.dumps(asdict(manifest), indent=1))
            raw.flush()
            os.fsync(raw.fileno())
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def _members(dump: Path, files: Path) -> Iterator[tuple[str, Path]]:
    yield DUMP, dump
    for path in sorted(files.rglob("*")) if files.is_dir() else []:
        if path.is_file() and not path.is_symlink():
            yield FILES + path.relative_to(files).as_posix(), path


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    with path.open("rb") as source:
        reader = Hashing(source)
        member = tarfile.TarInfo(name)
        member.size = os.fstat(source.fileno()).st_size
        member.mode = 0o600
        tar.addfile(member, reader)
    return reader.sum.hexdigest()


def _add_text(tar: tarfile.TarFile, name: str, text: str) -> None:
    content = text.encode()
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, io.BytesIO(content))


@contextmanager
def opened(path: Path) -> Iterator[tuple[tarfile.TarFile, Manifest]]:
    """Open a backup whose every part is there and as it was written."""
    try:
        with tarfile.open(path, mode="r:") as tar:
            manifest = _manifest_of(tar)
            for name, checksum in manifest.members.items():
                if _checksum(tar, name) != checksum:
                    raise NotABackup(f"{path} was damaged: {name} is not as it was written.")
            yield tar, manifest
    except (tarfile.TarError, KeyError, ValueError, TypeError, EOFError) as wrong:
        raise NotABackup(f"{path} is not a whole backup of Alongside: {wrong}") from wrong


def _manifest_of(tar: tarfile.TarFile) -> Manifest:
    source = tar.extractfile(MANIFEST)
    return Manifest(**json.loads(source.read() if source else b""))


def _checksum(tar: tarfile.TarFile, name: str) -> str:
    source = tar.extractfile(name)
    whole = hashlib.sha256()
    while source and (piece := source.read(PIECE)):
        whole.update(piece)
    return whole.hexdigest()


def extract_files(tar: tarfile.TarFile, manifest: Manifest, folder: Path) -> None:
    """Write the uploaded files into ``folder``; a name that leads elsewhere is refused."""
    for name in manifest.members:
        source = tar.extractfile(name) if name.startswith(FILES) else None
        if source:
            target = _inside(folder, name.removeprefix(FILES))
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as out:
                shutil.copyfileobj(source, out)


def _inside(folder: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or PurePosixPath(name).is_absolute():
        raise NotABackup(f"{name} is not a name of an uploaded file.")
    return folder.joinpath(*parts)
