"""Ends a helper process when the process that started it is gone, however that ended."""

from __future__ import annotations

import os
import signal
import threading
import time

from alongside.config import env

LOOK_EVERY = 0.5
PARENT = "ALONGSIDE_PARENT"


def hold() -> None:
    """Let the processes we start from now on end with this one."""
    os.environ[PARENT] = str(os.getpid())


def follow() -> bool:
    """End with the process that called ``hold``; return whether one did."""
    parent = env.number(PARENT, 0)
    if not parent or parent == os.getpid():
        return False
    if os.getpgrp() != os.getpid():
        os.setpgid(0, 0)  # Ctrl-C is for the one who started us; it tells us in its own time
    threading.Thread(target=_watch, args=[parent], daemon=True).start()
    return True


def _watch(parent: int) -> None:
    while _lives(parent):
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)


def _lives(parent: int) -> bool:
    return os.getppid() == parent
