"""A throwaway instance with a thousand people, served until the input ends; prints where and as whom."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from importlib import import_module

from benchmarks.instance import instance

PEOPLE = 1000
PAGES = ("find", "workspace", "today")
MUCH = 12


def main() -> None:
    """Begin, tell, wait, and take everything away again."""
    port = _free()
    base = f"http://127.0.0.1:{port}"
    with instance(ALONGSIDE_URL=base):
        told = import_module("benchmarks.lighthouse.reader").settled(PEOPLE, MUCH)
        words = [sys.executable, "-m", "alongside", "serve", "--port", str(port), "--no-worker"]
        web = subprocess.Popen(words, stdout=sys.stderr)
        try:
            _wait_for(port)
            pages = {name: base + told["pages"][name] for name in PAGES}
            print(json.dumps({"cookie": told["cookie"], "pages": pages}), flush=True)
            sys.stdin.read()
        finally:
            web.terminate()
            web.wait(30)


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
