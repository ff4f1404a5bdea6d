"""Where the embedded database keeps its files: worked out from the data folder alone, and never opened wider."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from alongside.config import secrets

from .errors import NotStarted

DATABASE = "alongside"
ROLE = "alongside"
SYSTEM_STATE = Path("/var/lib/alongside")
"""Where root keeps what the unprivileged database user must reach."""

LONGEST_SOCKET = 90
"""Unix sockets allow about 107 characters, and PostgreSQL adds ``/.s.PGSQL.5432``."""


@dataclass(frozen=True)
class Places:
    """The folders and files of one embedded database."""

    data: Path
    run: Path

    @classmethod
    def of(cls, data: Path | None = None) -> Places:
        """Return the places for a data folder (the instance's own by default)."""
        data = (data or secrets.data_folder()).resolve()
        return cls(data=data, run=_run_folder(data))

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own folder, as root perhaps a link to one that the database user can reach."""
        return self.data / "postgres"

    @property
    def socket(self) -> Path:
        """The folder of the socket: only its owner (and root) can enter."""
        return self.run / "s"

    @property
    def log(self) -> Path:
        """What PostgreSQL writes about itself."""
        return self.data / "logs" / "postgres.log"

    @property
    def locks(self) -> Path:
        """Who starts, who uses and who supervises, as file locks that end with their process."""
        return self.data / "locks"

    def make(self) -> None:
        """Make the folders that are missing; leave the permissions of all others as they are."""
        passable = 0o711 if os.geteuid() == 0 else 0o700
        for folder, mode in (
            (self.data, passable),
            (self.locks, 0o700),
            (self.log.parent, 0o700),
            (self.run, passable),
        ):
            secrets.make_folder(folder, mode)
        _demand_ours(self.run)


def hosts_everyone(folder: Path) -> bool:
    """Return whether any user of this system can walk to ``folder``."""
    return all(place.stat().st_mode & stat.S_IXOTH for place in (folder, *folder.parents))


def _run_folder(data: Path) -> Path:
    short = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    if os.geteuid() == 0:
        return SYSTEM_STATE / "run" / short
    if len(str(data / "run" / "s")) <= LONGEST_SOCKET:
        return data / "run"
    return Path(tempfile.gettempdir()) / f"alongside-{os.geteuid()}-{short}"


def _demand_ours(folder: Path) -> None:
    state = folder.lstat()
    open_to_write = state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid() or open_to_write:
        raise NotStarted(
            f"{folder} must be a folder of this user that nobody else can write to. Remove it and try again."
        )
