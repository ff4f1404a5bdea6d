"""Keeps one PostgreSQL alive while anybody uses it, and stops it when the last user has gone.

Runs as a program of its own, on the standard library alone. A user is a process that holds a shared lock on
``locks/users``; the kernel gives the lock back when the process ends, even by ``kill -9``. When the supervisor
itself is killed, PostgreSQL gets the signal to stop from the kernel (Linux) or from the next start (elsewhere).
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

LOOK_EVERY = 0.1
READY_WITHIN = 300.0
STOP_WITHIN = 60.0
TRIES = 5
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def main() -> int:
    """Start the database in the background; say ``ready`` or what PostgreSQL wrote."""
    plan = json.loads(sys.argv[1])
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        _supervise(plan, writer)
        return 0
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8", errors="replace") as answers:
        answer = answers.read()
    sys.stdout.write(answer)
    return 0 if answer == "ready" else 1


def _supervise(plan: dict[str, Any], writer: int) -> None:
    _leave_the_terminal()
    locks = Path(plan["locks"])
    supervisor = os.open(locks / "supervisor", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(supervisor, fcntl.LOCK_EX)
    users = os.open(locks / "users", os.O_RDWR | os.O_CREAT, 0o600)
    log_begins = Path(plan["log"]).stat().st_size if Path(plan["log"]).exists() else 0
    postgres = _start(plan)
    ready = postgres is not None and _wait_until_ready(plan, postgres)
    os.write(writer, b"ready" if ready else _written_since(plan, log_begins))
    os.close(writer)
    if ready and postgres is not None:
        _keep_alive(plan, postgres, users)
    if plan["remove"]:
        shutil.rmtree(plan["remove"], ignore_errors=True)
        shutil.rmtree(plan["run"], ignore_errors=True)
    os.close(supervisor)  # before the users' lock: who joins next must find that nobody supervises
    os.close(users)


def _leave_the_terminal() -> None:
    os.setsid()
    os.chdir("/")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # the users are told too, and we leave after the last of them


def _start(plan: dict[str, Any]) -> subprocess.Popen[bytes]:
    log = os.open(plan["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603 - the launcher wrote the plan
            plan["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=plan["environment"],
            preexec_fn=_die_with_the_supervisor,
            **plan["as_them"],
        )
    finally:
        os.close(log)


def _die_with_the_supervisor() -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
    if LIBC is not None:
        LIBC.prctl(DIE_WITH_PARENT, signal.SIGINT)


def _wait_until_ready(plan: dict[str, Any], postgres: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + READY_WITHIN
    while postgres.poll() is None and time.monotonic() < deadline:
        if _says_ready(Path(plan["cluster"]) / "postmaster.pid", postgres.pid):
            return True
        time.sleep(0.01)
    _stop(postgres)
    return False


def _says_ready(pid_file: Path, pid: int) -> bool:
    try:
        lines = pid_file.read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"


def _keep_alive(plan: dict[str, Any], postgres: subprocess.Popen[bytes], users: int) -> None:
    tries = 0
    while not _nobody_left(users):
        if postgres.poll() is not None:
            if tries == TRIES:
                return
            tries += 1
            time.sleep(tries - 1)
            postgres = _start(plan)
            if _wait_until_ready(plan, postgres):
                tries = 0
        time.sleep(LOOK_EVERY)
    _stop(postgres)


def _nobody_left(users: int) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stop(postgres: subprocess.Popen[bytes]) -> None:
    if postgres.poll() is not None:
        return
    postgres.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: nothing committed is lost
    try:
        postgres.wait(STOP_WITHIN)
    except subprocess.TimeoutExpired:
        postgres.send_signal(signal.SIGQUIT)
        postgres.wait()


def _written_since(plan: dict[str, Any], begin: int) -> bytes:
    with Path(plan["log"]).open("rb") as log:
        log.seek(begin)
        return log.read()[-4000:] or b"nothing was written"


if __name__ == "__main__":
    sys.exit(main())
