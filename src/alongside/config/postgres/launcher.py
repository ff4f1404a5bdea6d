"""Start the embedded PostgreSQL, or join the one that runs already; the last to leave stops it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from . import binaries, leftovers, options, runner, supervisor
from .cluster import ENVIRONMENT, Cluster
from .errors import NotStarted, explain
from .places import DATABASE, ROLE, Places

JOIN_WITHIN = 15.0
LARGEST_LOG = 5_000_000


@dataclass
class Server:
    """A running embedded database, kept alive by this process until ``stop``."""

    places: Places
    lock: int | None
    throwaway: bool = False

    @property
    def dsn(self) -> str:
        """The words by which libpq finds this database."""
        return f"host={self.places.socket} port=5432 dbname={DATABASE} user={ROLE}"

    @property
    def url(self) -> str:
        """The same, as an address for ``DATABASE_URL``."""
        return f"postgresql://{ROLE}@/{DATABASE}?host={self.places.socket}&port=5432"

    def stop(self) -> None:
        """Stop using it; it ends when nobody else does. A throwaway one is gone when this returns."""
        if self.lock is None:
            return
        os.close(self.lock)
        self.lock = None
        _running.pop(self.places.data, None)
        if self.throwaway:
            _wait_until_gone(self.places.data)


_running: dict[Path, Server] = {}


def ensure_running(data: Path | None = None, throwaway: bool = False) -> Server:
    """Return the running database of ``data``, started if need be.

    ``throwaway`` makes a fast one for tests, in a folder of its own if none is given; the folder goes with it.
    """
    if sys.platform == "win32":
        raise NotStarted(
            "The embedded database runs on Linux and macOS. Set DATABASE_URL to a PostgreSQL server of yours."
        )
    places = Places.of(throwaway_folder() if throwaway and data is None else data)
    if places.data not in _running:
        places.make()
        _running[places.data] = _join(places, throwaway)
    return _running[places.data]


def throwaway_folder() -> Path:
    """Make an empty folder for a throwaway database."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-"))
    if os.geteuid() == 0:
        folder.chmod(0o711)  # just made by us; the database user must pass
    return folder


def _join(places: Places, throwaway: bool) -> Server:
    gate = _open(places.locks / "gate")
    try:
        fcntl.flock(gate, fcntl.LOCK_EX)
        users = _open(places.locks / "users")
        fcntl.flock(users, fcntl.LOCK_SH)  # waits while the last one is being stopped
        try:
            if not _supervised(places):
                _start(places, throwaway)
            _demand_answer(places)
        except BaseException:
            os.close(users)
            raise
    finally:
        os.close(gate)
    return Server(places, users, throwaway)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _supervised(places: Places) -> bool:
    lock = _open(places.locks / "supervisor")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


def _start(places: Places, throwaway: bool) -> None:
    who = runner.find()
    programs = binaries.find()
    cluster = Cluster(places, binaries.reachable(programs) if who.other else programs, who, throwaway)
    try:
        cluster.prepare()
        leftovers.clear(places.cluster)
        _turn_the_log(places.log)
    except OSError as error:
        raise NotStarted(
            explain(str(error), data=places.data, log=places.log, socket=places.socket)
        ) from error
    _supervise(cluster)


def _turn_the_log(log: Path) -> None:
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.old"))


def _supervise(cluster: Cluster) -> None:
    places = cluster.places
    home = places.cluster.resolve()
    command = [str(cluster.binaries.program("postgres")), "-D", str(home)]
    plan = {
        "command": command + options.arguments(places, cluster.throwaway),
        "environment": ENVIRONMENT,
        "as_them": cluster.runner.as_them,
        "cluster": str(home),
        "locks": str(places.locks),
        "log": str(places.log),
        "run": str(places.run),
        "remove": str(places.data) if cluster.throwaway else "",
    }
    program = [sys.executable, "-I", "-S", supervisor.__file__, json.dumps(plan)]
    said = subprocess.run(program, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - ourselves
    if said.returncode:
        written = said.stdout + said.stderr
        raise NotStarted(explain(written, data=places.data, log=places.log, socket=places.socket))


def _demand_answer(places: Places) -> None:
    deadline = time.monotonic() + JOIN_WITHIN
    while True:
        try:
            psycopg.connect(Server(places, None).dsn, connect_timeout=5).close()
            return
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline or not _supervised(places):
                raise NotStarted(
                    f"The database does not answer: {error}. Its log is {places.log}."
                ) from error
        time.sleep(0.05)


def _wait_until_gone(folder: Path) -> None:
    deadline = time.monotonic() + JOIN_WITHIN
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    shutil.rmtree(folder, ignore_errors=True)
