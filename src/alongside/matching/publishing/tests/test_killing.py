"""A worker killed with -9 over a draft loses nothing: the next one begins it anew and finds the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from urllib.parse import quote

import pytest
from django.db import connection

from alongside.matching.publishing.actions import decide
from alongside.matching.publishing.running import work_on

WORKER = """
import sys, time
import django; django.setup()
from alongside.matching.publishing import running
running.answer = lambda *asked: (print("solving", flush=True), time.sleep(60))
running.work_on(int(sys.argv[1]))
"""


def address() -> str:
    """The tests' own database, as another process names it."""
    known = connection.settings_dict
    user, password = quote(known["USER"] or ""), quote(known["PASSWORD"] or "")
    return f"postgresql://{user}:{password}@/{known['NAME']}?host={quote(known['HOST'], safe='')}"


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_over_a_draft_loses_nothing(crowd, frozen):
    run = decide(frozen, by=crowd.cleo)
    environment = os.environ | {
        "DATABASE_URL": address(), "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }  # fmt: skip
    command = [sys.executable, "-c", WORKER, str(run.pk)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as worker:
        assert worker.stdout.readline() == b"solving\n"
        worker.send_signal(signal.SIGKILL)
    run.refresh_from_db()
    left = (run.state, run.step, run.attempts, frozen.proposals.count())
    work_on(run.pk)

    run.refresh_from_db()
    assert left == ("running", "solve", 1, 0)
    assert (run.state, run.attempts, frozen.proposals.count()) == ("done", 2, 2)
