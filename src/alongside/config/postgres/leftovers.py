"""What a crash leaves behind: a PostgreSQL without a supervisor, or a pid file with someone else's number."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from .errors import NotStarted

STOP_WITHIN = 30.0


def clear(cluster: Path) -> None:
    """Make sure that nothing runs in ``cluster`` and that its pid file does not stand in the way."""
    pid_file = cluster / "postmaster.pid"
    pid = _pid_in(pid_file)
    if pid is None or not _alive(pid):
        return
    if _is_postgres_of(pid, cluster):
        _stop(pid, cluster)
    else:
        _name_a_dead_process(pid_file)


def _pid_in(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text(encoding="utf-8").split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_postgres_of(pid: int, cluster: Path) -> bool:
    if sys.platform != "linux":
        words = ["/bin/ps", "-o", "command=", "-p", str(pid)]
        shown = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        return "postgres" in shown.stdout and str(cluster.resolve()) in shown.stdout
    try:
        return Path(f"/proc/{pid}/cwd").resolve(strict=True) == cluster.resolve()
    except OSError:  # not ours to look into, so not our database user's
        return False


def _stop(pid: int, cluster: Path) -> None:
    os.kill(pid, signal.SIGINT)
    deadline = time.monotonic() + STOP_WITHIN
    while _alive(pid):
        if time.monotonic() > deadline:
            raise NotStarted(
                f"A PostgreSQL from before (process {pid}) still uses {cluster}. End it and start again."
            )
        time.sleep(0.02)


def _name_a_dead_process(pid_file: Path) -> None:
    """Replace the number by one that has ended; PostgreSQL then makes its own, deeper checks of the same file."""
    lines = pid_file.read_text(encoding="utf-8").split("\n")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    descriptor = os.open(pid_file, os.O_WRONLY | os.O_TRUNC | os.O_NOFOLLOW)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join([str(ended.pid), *lines[1:]]))
