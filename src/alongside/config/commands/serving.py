"""The web server, with a job worker beside it that is started again when it dies."""

from __future__ import annotations

import http.client
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import get_resolver
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from alongside.config import env

from . import lifeline
from .instance import hang_up

THREADS = "ALONGSIDE_THREADS"
TO_SPARE = 8
STOP_WITHIN = 10.0
LONGEST_PAUSE = 30.0


@dataclass(frozen=True)
class Serving:
    """How the pages are served."""

    host: str
    port: int
    processes: int
    threads: int
    worker: bool
    reload: bool = False

    @property
    def address(self) -> str:
        """Where a browser on this computer finds it."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104 - asked, not bound
        host = f"[{host}]" if ":" in host else host
        return f"http://{host}:{self.port}"


def is_free(host: str, port: int) -> bool:
    """Return whether we could listen there."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True


def serve(serving: Serving, when_ready: Callable[[], None]) -> None:
    """Serve until asked to stop; then finish the requests and jobs that are under way."""
    if serving.reload:
        _serve_reloading(serving, when_ready)
        return
    lifeline.hold()
    os.environ[THREADS] = str(serving.threads)  # for the gate in each web process
    logging.getLogger("_granian").addFilter(_is_not_about_threads)
    server = Granian(
        "alongside.config.wsgi:application",
        address=serving.host,
        port=serving.port,
        interface=Interfaces.WSGI,
        workers=serving.processes,
        blocking_threads=serving.threads + settings.LIVE_STREAMS + TO_SPARE,  # made when needed
        respawn_failed_workers=True,
        respawn_interval=1.0,
        workers_kill_timeout=int(STOP_WITHIN),
        websockets=False,
        log_level=LogLevels.warning,
    )
    get_resolver().url_patterns  # noqa: B018 - loaded once here, and shared by every web process from its first moment
    hang_up()
    with Beside(serving.worker):
        _tell_when_ready(serving, when_ready)
        server.serve()
    if not server.interrupt_signal:  # nobody asked it to stop
        raise CommandError("the web processes ended again and again; the reason is above.")


def _is_not_about_threads(record: logging.LogRecord) -> bool:
    """Granian warns of many threads, not knowing that all but a few of ours wait."""
    return "Python threads" not in record.getMessage()


def _serve_reloading(serving: Serving, when_ready: Callable[[], None]) -> None:
    inner = env.text("RUN_MAIN") == "true"  # Django runs this program again inside its reloader
    lifeline.hold()
    with Beside(serving.worker and inner):
        if inner:
            _tell_when_ready(serving, when_ready)
        call_command("runserver", f"{serving.host}:{serving.port}", verbosity=0, skip_checks=True)


def _tell_when_ready(serving: Serving, when_ready: Callable[[], None]) -> None:
    def wait() -> None:
        while not _answers(serving):
            time.sleep(0.05)
        when_ready()

    threading.Thread(target=wait, daemon=True).start()


def _answers(serving: Serving) -> bool:
    """Whether a web process has answered: the port alone is open before any of them is up."""
    connection = http.client.HTTPConnection(serving.address.removeprefix("http://"), timeout=5)
    try:
        connection.request("GET", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


class Beside(AbstractContextManager["Beside"]):
    """A job worker in a process of its own, beside the web server."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self.leaving = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None
        self.watcher = threading.Thread(target=self._keep_one, daemon=True)

    def __enter__(self) -> Self:
        if self.wanted:
            self.watcher.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.leaving.set()
        if self.wanted:
            self.watcher.join()

    def _keep_one(self) -> None:
        pause = 0.5
        while not self.leaving.is_set():
            started = time.monotonic()
            self.process = self._start()
            self._wait_for_it(self.process)
            pause = 0.5 if time.monotonic() - started > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
            self.leaving.wait(pause)

    def _start(self) -> subprocess.Popen[bytes]:
        program = [sys.executable, "-m", "alongside", "worker"]
        return subprocess.Popen(program, start_new_session=True)  # noqa: S603 - ourselves

    def _wait_for_it(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            if self.leaving.wait(0.2):
                self._stop(process)

    def _stop(self, process: subprocess.Popen[bytes]) -> None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
