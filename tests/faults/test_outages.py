"""Kill what serves, under load: what was confirmed is kept, and people are told when to come back.

A few kills here, where other tests share the processor; ``KILLS=100 pytest tests/faults -s`` is the measurement.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest

from alongside.config.postgres.launcher import throwaway_folder
from alongside.config.postgres.places import Places

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
KILLS = int(os.environ.get("KILLS", "2"))
BACK_WITHIN = 5.0 if "KILLS" in os.environ else 20.0
PROCESSES = 2
PAUSE = 6.0  # a web process that dies twice in 5.5 seconds ends the server, which its keeper starts again
CSRF = "a" * 32
SIGN_IN = """
from alongside.accounts.sessions.store import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
ada = Person.objects.create(
    name="Ada Lindqvist", email="ada@example.org", agreed_conduct_at=now(), agreed_conduct_version="1")
session = SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(ada.pk), ada.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
session.save()
print(session.session_key)
"""


class Served:
    """An instance that is served, Ada's browser, and what she was told."""

    def __init__(self, data: Path, port: int) -> None:
        self.data = data
        self.port = port
        self.program = [sys.executable, "-m", "alongside"]
        ours = ("ALONGSIDE_", "DATABASE_", "DJANGO_", "PYTEST_", "COV_")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        self.environment = kept | {"ALONGSIDE_DATA": str(data), "ALONGSIDE_URL": f"http://127.0.0.1:{port}"}
        self.confirmed: list[str] = []
        self.answers: list[tuple[float, int]] = []
        self.number = 0

    def run(self, *words: str) -> str:
        return subprocess.run(
            [*self.program, *words], env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def start(self) -> None:
        self.run("migrate")
        self.session = self.run("manage", "shell", "-v0", "-c", SIGN_IN).split()[-1]
        words = ["serve", "--port", str(self.port), "--processes", str(PROCESSES)]
        with (self.data / "serve.log").open("w") as log:
            self.main = subprocess.Popen(
                [*self.program, *words], env=self.environment, stdout=log, stderr=log
            )
        until(lambda: self.get() == 200 and self.is_whole(), 60)

    def get(self) -> int:
        return self._ask("GET", "/accounts/organisations/", {})

    def found(self) -> int:
        """Found an organisation as a person would; remember it when the answer says that it is there."""
        self.number += 1
        name = f"Company {self.number}"
        form = {
            "csrfmiddlewaretoken": CSRF,
            "name": name,
            "kind": "company",
            "joining": "invited",
            "about": "",
        }
        status = self._ask("POST", "/accounts/organisations/found/", form)
        if status == 302:
            self.confirmed.append(name)
        return status

    def _ask(self, method: str, path: str, form: dict[str, str]) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {
            "Cookie": f"session={self.session}; csrf={CSRF}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request(method, path, urlencode(form), headers)
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            status = 0
            time.sleep(0.02)
        finally:
            connection.close()
        self.answers.append((time.monotonic(), status))
        return status

    def processes(self, *words: str) -> list[int]:
        """The processes of this instance whose command line holds all of ``words``."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                about = process.joinpath("environ").read_text() + process.joinpath("cmdline").read_text()
                line = process.joinpath("cmdline").read_text().replace("\0", " ")
                if str(self.data) in about and all(word in line for word in words):
                    found.append(int(process.name))
        return found

    def is_whole(self) -> bool:
        """Whether every process that answers is there; the first one answers before the last one has begun."""
        return len(self.web_processes()) >= PROCESSES

    def web_processes(self) -> list[int]:
        return [pid for pid in self.processes("alongside serve") if pid != self.main.pid]

    def kept(self) -> set[str]:
        words = f"host={Places.of(self.data).socket} port=5432 dbname=alongside user=alongside"
        with psycopg.connect(words) as database:
            return {row[0] for row in database.execute("SELECT name FROM accounts_organisation")}


def until(holds: Callable[[], bool], seconds: float) -> float:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds, "it did not happen in time"
        time.sleep(0.05)
    return time.monotonic() - began


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Served(throwaway_folder(), port)
    try:
        served.start()
        yield served
    finally:
        served.main.terminate()
        served.main.wait(60)
        until(lambda: not served.processes("postgres"), 30)
        shutil.rmtree(Places.of(served.data).run, ignore_errors=True)
        shutil.rmtree(served.data, ignore_errors=True)


@contextlib.contextmanager
def someone_working(served: Served) -> Iterator[list[int]]:
    """Ada founds one organisation after the other until told to stop."""
    answers: list[int] = []
    enough = threading.Event()

    def work() -> None:
        while not enough.is_set():
            answers.append(served.found())

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield answers
    finally:
        enough.set()
        worker.join()


def kill(pids: list[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("what", ["web processes", "the database server", "every connection"])
def test_what_was_confirmed_is_kept_and_all_is_back_in_time(served, what):
    slowest = 0.0
    with someone_working(served) as answers:
        for _ in range(KILLS):
            time.sleep(PAUSE if what == "web processes" else 0.5)
            kill(victims(served, what))
            slowest = max(slowest, until(is_confirmed_again(answers), BACK_WITHIN))

    print(f"{what}: {KILLS} kills, {len(answers)} requests, slowest return {slowest:.1f} s")
    assert set(served.confirmed) - served.kept() == set()
    assert set(answers) <= ({302, 0} if what == "web processes" else {302, 503})


def victims(served: Served, what: str) -> list[int]:
    if what == "web processes":
        return served.web_processes()
    if what == "every connection":
        return served.processes("postgres: alongside")
    return [int((served.data / "postgres" / "postmaster.pid").read_text().split()[0])]


def is_confirmed_again(answers: list[int]) -> Callable[[], bool]:
    begin = len(answers) + 1  # the one under way may have been done before
    return lambda: 302 in answers[begin:]


def test_a_rolling_restart_fails_no_request(served):
    until(served.is_whole, 60)  # one that was killed by the test before may still be on its way
    with someone_working(served) as answers:
        for _ in range(KILLS):
            before = set(served.web_processes())
            served.main.send_signal(signal.SIGHUP)
            until(are_others(served, before), 60)
            time.sleep(0.5)

    assert set(answers) == {302}


def are_others(served: Served, before: set[int]) -> Callable[[], bool]:
    def others() -> bool:
        now = set(served.web_processes())
        return len(now) >= len(before) and before.isdisjoint(now)

    return others
