"""PostgreSQL's own folder: made once and whole, checked before each start, opened to its owner alone."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from alongside.config.secrets import make_folder

from .binaries import Binaries
from .errors import NotStarted, explain
from .places import DATABASE, ROLE, SYSTEM_STATE, Places, hosts_everyone
from .runner import Runner

SUPERUSER = "postgres"
ONLY_THE_OWNER = "local all all peer map=owner\n"
INITDB = [f"--username={SUPERUSER}", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin"]
INITDB += ["--builtin-locale=C.UTF-8", "--auth=peer", "--no-instructions"]
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}


@dataclass(frozen=True)
class Cluster:
    """One database folder with the programs and the user that belong to it."""

    places: Places
    binaries: Binaries
    runner: Runner
    throwaway: bool = False

    def prepare(self) -> None:
        """Make what is missing and refuse what we cannot run."""
        self.places.make()
        if not self.places.cluster.exists():
            self._create()
        self._demand_our_version()
        self._demand_our_files()
        self._open_to_the_owner()

    def _create(self) -> None:
        home = self._home()
        fresh = home.with_name(home.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)  # a start that was killed half-way
        fresh.mkdir(mode=0o700)
        self.runner.own(fresh)
        try:
            self._initialise(fresh)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        fresh.rename(home)
        if home != self.places.cluster:
            self.places.cluster.unlink(missing_ok=True)
            self.places.cluster.symlink_to(home)

    def _home(self) -> Path:
        if not self.runner.other or hosts_everyone(self.places.data):
            return self.places.cluster
        clusters = SYSTEM_STATE / "clusters"
        make_folder(clusters, 0o711)
        return clusters / secrets.token_hex(8)

    def _initialise(self, fresh: Path) -> None:
        sync = ["--no-sync"] if self.throwaway else []
        self._run(self.binaries.program("initdb"), "-D", str(fresh), *INITDB, *sync)
        may = "LOGIN CREATEDB" if self.throwaway else "LOGIN"
        words = f"CREATE ROLE {ROLE} {may};\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
        unsynced = ["-c", "fsync=off"] if self.throwaway else []
        self._run(
            self.binaries.program("postgres"),
            "--single",
            "-D",
            str(fresh),
            *unsynced,
            "template1",
            words=words,
        )

    def _run(self, program: Path, *arguments: str, words: str = "") -> None:
        done = subprocess.run(  # noqa: S603 - the wheel's own programs with our own arguments
            [program, *arguments],
            input=words,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env=ENVIRONMENT,
            **self.runner.as_them,
        )
        if done.returncode or "ERROR:" in done.stderr or "FATAL:" in done.stderr:
            raise NotStarted(
                explain(done.stderr, data=self.places.data, log=program.name, socket=self.places.socket)
            )

    def _demand_our_version(self) -> None:
        made_by = (self.places.cluster / "PG_VERSION").read_text(encoding="ascii").strip()
        if made_by != str(self.binaries.version):
            raise NotStarted(
                f"The database in {self.places.cluster} was made by PostgreSQL {made_by}; this Alongside "
                f"carries {self.binaries.version}. Make a backup with the Alongside that made it (alongside "
                "backup FILE), move the folder aside, and bring the backup back with this one "
                "(alongside restore FILE)."
            )

    def _demand_our_files(self) -> None:
        owner = self.places.cluster.stat().st_uid
        if owner != self.runner.uid:
            raise NotStarted(
                f"The database in {self.places.cluster} belongs to user number {owner}. Run Alongside as the user "
                "who made it, or set ALONGSIDE_DATA to a folder of your own."
            )

    def _open_to_the_owner(self) -> None:
        run = self.places.run
        _write(run / "hba.conf", ONLY_THE_OWNER)
        _write(
            run / "ident.conf",
            "".join(f'owner "{self.runner.client}" {role}\n' for role in (ROLE, SUPERUSER)),
        )
        if not self.places.socket.exists():
            self.places.socket.mkdir(mode=0o700)
            self.runner.own(self.places.socket)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.chmod(path, 0o644)  # our own file, read by the database user
