"""``python -m benchmarks.web.measure <people> <runs>``: a throwaway instance, measured from inside, as JSON."""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib import import_module

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


def main(people: int, runs: int) -> None:
    """Start, measure, print, and take everything away again."""
    folder = throwaway_folder()
    os.environ.update(SETTINGS, ALONGSIDE_DATA=str(folder), DATABASE_URL="", ALONGSIDE_DEBUG="")
    server = ensure_running(folder, throwaway=True)
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", "--noinput", verbosity=0)
        print(json.dumps(import_module("benchmarks.web.runs").measure(people, runs)))
    finally:
        hang_up()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
