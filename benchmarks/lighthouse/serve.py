"""A throwaway instance with a thousand people, served until the input ends; prints where and as whom."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from importlib import import_module

import django
from django.core.management import call_command

from alongside.config.commands.instance import hang_up
from alongside.config.postgres.launcher import ensure_running, throwaway_folder
from benchmarks.web.measure import SETTINGS

PEOPLE = 1000
PAGES = ("find", "workspace", "today")
MUCH = 12


def main() -> None:
    """Begin, tell, wait, and take everything away again."""
    folder, port = throwaway_folder(), _free()
    os.environ.update(SETTINGS, ALONGSIDE_DATA=str(folder), DATABASE_URL="", ALONGSIDE_DEBUG="")
    os.environ["ALONGSIDE_URL"] = base = f"http://127.0.0.1:{port}"
    server = ensure_running(folder, throwaway=True)
    web = None
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", "--noinput", verbosity=0)
        told = import_module("benchmarks.lighthouse.reader").settled(PEOPLE, MUCH)
        words = [sys.executable, "-m", "alongside", "serve", "--port", str(port), "--no-worker"]
        web = subprocess.Popen(words, stdout=sys.stderr)
        _wait_for(port)
        pages = {name: base + told["pages"][name] for name in PAGES}
        print(json.dumps({"cookie": told["cookie"], "pages": pages}), flush=True)
        sys.stdin.read()
    finally:
        if web:
            web.terminate()
            web.wait(30)
        hang_up()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _free() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(600):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError


if __name__ == "__main__":
    main()
