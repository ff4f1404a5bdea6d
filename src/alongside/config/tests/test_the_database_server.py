"""The embedded PostgreSQL: shared, durable, closed to others, never orphaned, and plain about what is wrong."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from alongside.config.postgres import launcher
from alongside.config.postgres.errors import NotStarted
from alongside.config.postgres.launcher import Server, ensure_running, throwaway_folder
from alongside.config.postgres.places import Places

ROOT = os.geteuid() == 0
only_root = pytest.mark.skipif(
    not ROOT, reason="needs root to mount, to change owners or to become someone else"
)
SOURCE = Path(__file__).resolve().parents[3]

A_USER = """
import sys, pathlib
from alongside.config.postgres.launcher import ensure_running
server = ensure_running(pathlib.Path(sys.argv[1]))
print(server.dsn, flush=True)
sys.stdin.read()
server.stop()
"""


@pytest.fixture
def data() -> Iterator[Path]:
    folder = throwaway_folder()
    yield folder
    until(lambda: postmaster(folder) is None)
    shutil.rmtree((folder / "postgres").resolve(), ignore_errors=True)
    shutil.rmtree(Places.of(folder).run, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def a_user(data: Path, python: str = sys.executable, **options: object) -> Iterator[subprocess.Popen[str]]:
    """Another process that uses the database until its input ends."""
    process = subprocess.Popen(
        [python, "-c", A_USER, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options
    )
    with process:
        assert process.stdout.readline().startswith("host=")
        yield process


def postmaster(data: Path) -> int | None:
    """Return the process that runs the database of ``data``, or None when nothing does."""
    try:
        pid = int((data / "postgres" / "postmaster.pid").read_text().split("\n")[0])
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (OSError, ValueError):
        return None
    return None if state == "Z" else pid


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def write(server: Server, number: int) -> None:
    with psycopg.connect(server.dsn) as database:
        database.execute("CREATE TABLE IF NOT EXISTS kept (number int)")
        database.execute("INSERT INTO kept VALUES (%s)", [number])


def read(server: Server) -> list[int]:
    with psycopg.connect(server.dsn) as database:
        return [row[0] for row in database.execute("SELECT number FROM kept ORDER BY 1")]


def test_two_processes_share_one_server_and_the_last_one_stops_it(data):
    with a_user(data):
        first = postmaster(data)
        server = ensure_running(data)
        assert postmaster(data) == first
    write(server, 1)

    server.stop()

    until(lambda: postmaster(data) is None)


def test_a_killed_owner_leaves_no_server_and_loses_nothing(data):
    with a_user(data) as owner:
        server = ensure_running(data)
        write(server, 1)
        os.close(server.lock)  # this process leaves without a word
        launcher._running.clear()
        owner.kill()
    until(lambda: postmaster(data) is None)

    again = ensure_running(data)

    assert read(again) == [1]
    again.stop()


def test_a_killed_server_is_back_within_five_seconds_with_all_that_was_confirmed(data):
    server = ensure_running(data)
    write(server, 1)
    killed = postmaster(data)

    os.kill(killed, signal.SIGKILL)

    until(lambda: postmaster(data) not in (None, killed) and answers(server), seconds=5)
    assert read(server) == [1]
    server.stop()


def answers(server: Server) -> bool:
    try:
        psycopg.connect(server.dsn).close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start stops what was left")
def test_a_killed_supervisor_takes_the_server_along(data):
    server = ensure_running(data)
    write(server, 1)
    status = Path(f"/proc/{postmaster(data)}/status").read_text()
    supervisor = int(next(line for line in status.splitlines() if line.startswith("PPid:")).split()[1])

    os.kill(supervisor, signal.SIGKILL)
    until(lambda: postmaster(data) is None)
    server.stop()

    again = ensure_running(data)
    assert read(again) == [1]
    again.stop()


@pytest.mark.parametrize("number", [os.getpid(), 2**22 - 7], ids=["of another program", "of nothing"])
def test_a_stale_pid_file_does_not_stand_in_the_way(data, number):
    ensure_running(data).stop()
    until(lambda: postmaster(data) is None)
    lines = [str(number), str(data / "postgres"), "1700000000", "5432", "/tmp", "", "  1234 5678", "ready"]
    (data / "postgres" / "postmaster.pid").write_text("\n".join(lines))

    server = ensure_running(data)

    assert answers(server)
    server.stop()


def test_another_versions_folder_is_refused_with_the_way_out(data):
    ensure_running(data).stop()
    until(lambda: postmaster(data) is None)
    (data / "postgres" / "PG_VERSION").write_text("12\n")

    with pytest.raises(NotStarted, match="was made by PostgreSQL 12; this Alongside carries 18") as refused:
        ensure_running(data)

    assert "alongside restore FILE" in str(refused.value)


@only_root
def test_a_full_disk_is_named_and_is_no_harm(data):
    disk = data / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16m,mode=0711", "tmpfs", disk], check=False
    ).returncode:
        pytest.skip("this machine does not let root mount")
    try:
        with pytest.raises(NotStarted, match="is full"):
            ensure_running(disk)
        assert list(disk.glob("postgres*")) == []
        subprocess.run(["mount", "-o", "remount,size=300m", disk], check=True)
        server = ensure_running(disk)
        assert answers(server)
        server.stop()
        until(lambda: postmaster(disk) is None)
        shutil.rmtree(server.places.run)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_it_listens_on_its_socket_alone_and_the_socket_is_closed_to_others(data):
    server = ensure_running(data)

    with psycopg.connect(server.dsn) as database:
        assert database.execute("SHOW listen_addresses").fetchone() == ("",)
        assert database.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() == (
            False,
        )
        shown = database.execute(
            "SELECT current_setting('fsync'), current_setting('synchronous_commit')"
        ).fetchone()
    assert shown == ("on", "on")
    assert server.places.socket.stat().st_mode & 0o777 == 0o700
    assert (data / "postgres").stat().st_mode & 0o777 == 0o700
    assert (server.places.run / "hba.conf").read_text() == "local all all peer map=owner\n"
    server.stop()


@only_root
def test_another_user_of_the_computer_cannot_connect(data):
    server = ensure_running(data)
    path = str(server.places.socket / ".s.PGSQL.5432")

    child = os.fork()
    if child == 0:
        os.setuid(65534)
        try:
            socket.socket(socket.AF_UNIX).connect(path)
        except PermissionError:
            os._exit(0)
        os._exit(1)

    assert os.waitpid(child, 0)[1] == 0
    server.stop()


@only_root
def test_for_root_the_server_runs_as_someone_else_even_below_a_closed_folder(data):
    closed = data / "closed"
    closed.mkdir(mode=0o700)
    before = {folder: folder.stat().st_mode for folder in (closed, data, data.parent)}

    server = ensure_running(closed / "instance")

    process = Path(f"/proc/{postmaster(closed / 'instance')}")
    home = (closed / "instance" / "postgres").resolve()
    assert process.stat().st_uid not in (0, os.getuid())
    assert not home.is_relative_to(closed)
    assert {folder: folder.stat().st_mode for folder in before} == before
    server.stop()
    until(lambda: postmaster(closed / "instance") is None)
    shutil.rmtree(home)
    shutil.rmtree(server.places.run)


@only_root
def test_an_ordinary_user_runs_it_too(data):
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    packages = sysconfig.get_path("purelib")
    environment = {"PYTHONPATH": f"{SOURCE}:{packages}", "HOME": "/nonexistent"}
    who = {"user": 65534, "group": 65534, "extra_groups": [], "env": environment, "cwd": "/"}
    words = [python or "", "-c", "import psycopg, alongside.config.postgres"]
    if python is None or subprocess.run(words, check=False, capture_output=True, **who).returncode:
        pytest.skip("no Python here that another user can run with our packages")
    mine = data / "mine"
    mine.mkdir(mode=0o700)
    os.chown(mine, 65534, 65534)

    with a_user(mine, python, **who):
        assert Path(f"/proc/{postmaster(mine)}").stat().st_uid == 65534

    until(lambda: postmaster(mine) is None)
    with pytest.raises(NotStarted, match="belongs to user number 65534"):
        ensure_running(mine)
    shutil.rmtree(Places.of(mine).run, ignore_errors=True)


def test_it_is_there_soon_and_joined_in_a_moment(data):
    began = time.monotonic()
    server = ensure_running(data)
    started = time.monotonic() - began
    began = time.monotonic()
    with a_user(data):
        joined = time.monotonic() - began
    server.stop()

    assert (started < 20, joined < 20) == (
        True,
        True,
    )  # one second on an idle machine; others may be busy here
