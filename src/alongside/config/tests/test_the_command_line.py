"""``alongside`` from the outside: it opens, it closes, it leaves nothing behind, and it says what is wrong."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from alongside.config.commands import demo
from alongside.config.postgres.launcher import throwaway_folder
from alongside.config.postgres.places import Places

READY_WITHIN = 60


@pytest.fixture
def data() -> Iterator[Path]:
    folder = throwaway_folder()
    yield folder
    shutil.rmtree(Places.of(folder).run, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def environment(data: Path, **more: str) -> dict[str, str]:
    ours = ("ALONGSIDE_", "DATABASE_", "DJANGO_", "PYTEST_", "COV_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"ALONGSIDE_DATA": str(data), "ALONGSIDE_URL": "http://127.0.0.1"} | more


def alongside(data: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "alongside", *words]
    return subprocess.run(program, env=environment(data, **more), capture_output=True, text=True, check=False)


@contextmanager
def opened(data: Path, *words: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    program = [sys.executable, "-m", "alongside", *words]
    with subprocess.Popen(
        program, env=environment(data, **more), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(process: subprocess.Popen[str], words: str) -> str:
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it ended and said: {said}")


def mentions(data: Path) -> list[str]:
    """Every process that works in ``data``, by its environment or its arguments."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            about = process.joinpath("environ").read_bytes() + process.joinpath("cmdline").read_bytes()
            if str(data).encode() in about and int(process.name) != os.getpid():
                found.append(process.joinpath("cmdline").read_text().replace("\0", " "))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda how: how.name)
def test_serving_ends_with_everything_that_it_started(data, port, how):
    with opened(data, "serve", "--port", str(port), "--processes", "1") as server:
        wait_for(server, "Alongside is open on")
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20).status == 200
        server.send_signal(how)
        ended = server.wait(20)

    assert ended == (0 if how != signal.SIGKILL else -how)
    deadline = time.monotonic() + 15
    while mentions(data) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert mentions(data) == []


def test_a_worker_alone_brings_a_new_database_up_to_date_and_ends_when_told(data):
    with opened(data, "worker") as worker:
        until_it_works(data)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0


def until_it_works(data: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    words = f"host={Places.of(data).socket} port=5432 dbname=alongside user=alongside"
    while time.monotonic() < deadline:
        with contextlib.suppress(psycopg.Error), psycopg.connect(words) as database:
            if database.execute("SELECT 1 FROM procrastinate_workers").fetchone():
                return
        time.sleep(0.2)
    raise AssertionError("the worker did not come up")


def test_a_taken_port_is_said_in_one_sentence(data, port):
    with socket.create_server(("127.0.0.1", port)):
        answer = alongside(data, "serve", "--port", str(port))

    assert answer.returncode == 1
    assert answer.stderr == f"alongside serve: port {port} is taken; choose another with --port.\n"


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """An instance that has been started once."""
    folder = throwaway_folder()
    alongside(folder, "migrate")
    yield folder
    shutil.rmtree(Places.of(folder).run, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


def test_a_new_instance_is_made_with_keys_of_its_own_and_checked(made):
    answer = alongside(made, "check")

    kept = {path.name: path.stat().st_mode & 0o777 for path in (made / "secrets").iterdir()}
    assert [line for line in answer.stdout.splitlines() if not line.startswith("fine")] == []
    assert (answer.returncode, answer.stderr) == (0, "")
    assert kept == {"secret-key": 0o600, "key-encryption-key": 0o600}


def test_a_lost_key_is_not_replaced_by_another_one(made):
    seal = "from alongside.vault.keys.keyring import make_key; make_key()"
    assert alongside(made, "manage", "shell", "-c", seal).stderr == ""
    key = made / "secrets" / "key-encryption-key"
    away = key.rename(made / "away")

    answer = alongside(made, "migrate")

    assert answer.returncode == 1
    assert answer.stderr.startswith("alongside migrate: the key that opens private texts is missing: ")
    assert not key.exists()
    away.rename(key)


def test_a_database_of_a_newer_version_is_left_alone(made, data):
    subprocess.run(["cp", "-a", f"{made}/.", str(data)], check=True)  # with its owners
    row = "INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9', now())"
    newer = f'from django.db import connection; connection.cursor().execute("{row}")'
    assert alongside(data, "manage", "shell", "-c", newer).stderr == ""

    answer = alongside(data, "migrate")

    assert answer.returncode == 1
    assert "made by a newer Alongside: it holds vault.9" in answer.stderr


def test_the_demo_reads_nothing_of_a_real_instance(monkeypatch):
    monkeypatch.setattr(os, "environ", os.environ.copy())  # what is set apart here is put back afterwards
    monkeypatch.setenv("DATABASE_URL", "postgresql://real")
    monkeypatch.setenv("ALONGSIDE_SMTP_HOST", "mail.example.org")
    monkeypatch.setenv("ALONGSIDE_KEYS", "real:key")
    monkeypatch.delenv("ALONGSIDE_DATA")

    demo.set_apart(8765)

    ours = {name: value for name, value in os.environ.items() if name.startswith(("ALONGSIDE_", "DATABASE_"))}
    assert ours == {
        "ALONGSIDE_DATA": str(demo.folder()),
        "ALONGSIDE_DEMO": "1",
        "ALONGSIDE_URL": "http://127.0.0.1:8765",
    }


def test_the_demo_takes_the_next_free_port_and_says_so(capsys, port):
    with socket.create_server(("127.0.0.1", port)):
        assert demo.free_port(port) > port
    assert capsys.readouterr().out.startswith(f"Port {port} is taken by another program; using ")
