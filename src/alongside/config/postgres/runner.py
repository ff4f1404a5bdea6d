"""The user that PostgreSQL runs as: ourselves, or for root an unprivileged system user made for it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.config import env

from .errors import NotStarted

SYSTEM_USER = "alongside-db"


@dataclass(frozen=True)
class Runner:
    """Who runs PostgreSQL, and who may connect to it."""

    uid: int
    gid: int
    client: str

    @property
    def other(self) -> bool:
        """Whether PostgreSQL runs as someone else than this process."""
        return self.uid != os.geteuid()

    @property
    def as_them(self) -> dict[str, Any]:
        """What ``subprocess`` needs to run a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.other else {}

    def own(self, folder: Path) -> None:
        """Give a folder that we have just made to this user."""
        if self.other:
            os.chown(folder, self.uid, self.gid)


def find() -> Runner:
    """Return who runs PostgreSQL for this process; as root the system user is made at the first start."""
    me = _name_of_this_user()
    if os.geteuid() != 0:
        return Runner(os.geteuid(), os.getegid(), me)
    user = _system_user()
    return Runner(user.pw_uid, user.pw_gid, me)


def _name_of_this_user() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        raise NotStarted(
            f"User number {os.geteuid()} has no name on this system, and PostgreSQL needs one. "
            "Add the user, or set DATABASE_URL to a PostgreSQL server of yours."
        ) from None


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        _add_system_user()
        return pwd.getpwnam(SYSTEM_USER)


def _add_system_user() -> None:
    useradd = shutil.which("useradd", path=env.text("PATH") + ":/usr/sbin:/sbin")
    if useradd is None:
        raise NotStarted(
            f"PostgreSQL does not run as root. Add a system user named {SYSTEM_USER}, or run as another user."
        )
    options = [
        "--system",
        "--user-group",
        "--no-create-home",
        "--home-dir",
        "/nonexistent",
        "--shell",
        "/usr/sbin/nologin",
    ]
    added = subprocess.run([useradd, *options, SYSTEM_USER], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if added.returncode not in (0, 9):  # 9: another process has just added it
        raise NotStarted(f"The system user {SYSTEM_USER} could not be added: {added.stderr.strip()}")
