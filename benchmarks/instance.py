"""``python -m benchmarks.instance <module> <number …>``: what its ``measure`` finds in a throwaway instance."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import django
from django.core.management import call_command

from alongside.config.commands.instance import hang_up
from alongside.config.postgres.launcher import ensure_running, throwaway_folder

SETTINGS = {
    "ALONGSIDE_SECRET_KEY": "only for measuring, and long enough that nobody could take it for a real one",
    "ALONGSIDE_KEYS": "bench:b25seSBmb3IgdGVzdHMsIG5ldmVyIGZvciBwZW9wbGU=",
    "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
}
"""As in service: no debugging, kept templates, pressed static files, pooled connections."""


def measured(module: str, *numbers: int) -> dict[str, Any]:
    """Measure in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.instance", module, *map(str, numbers)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def instance(**settings: str) -> Iterator[None]:
    """An empty instance, which is taken away again at the end."""
    folder = throwaway_folder()
    os.environ.update(SETTINGS, ALONGSIDE_DATA=str(folder), DATABASE_URL="", ALONGSIDE_DEBUG="", **settings)
    server = ensure_running(folder, throwaway=True)
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", "--noinput", verbosity=0)
        import_module("alongside.config.wsgi")
        yield
    finally:
        hang_up()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    with instance():
        print(json.dumps(import_module(sys.argv[1]).measure(*map(int, sys.argv[2:]))))
