"""A worker killed with -9 in the middle of a letter loses nothing, and sends at most one duplicate for each kill.

Three kills here; ``MAIL_KILLS=60 pytest src/alongside/activity/mail/tests/test_killing.py -s`` is the measurement.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from urllib.parse import quote

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from alongside.activity.mail.delivery import LEASE, deliver_due
from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import write
from alongside.kit.clock import now

KILLS = int(os.environ.get("MAIL_KILLS", "3"))
EACH = 10
"""Letters for each kill."""
WORKER = """
import django, sys; django.setup()
from alongside.activity.mail.delivery import LEASE, deliver_due
from alongside.kit.clock import now
deliver_due(at=now() + LEASE * int(sys.argv[1]))
"""


class Slow:
    """Has a letter and says so, but takes its time to answer the one over which the worker is killed."""

    def __init__(self):
        self.got, self.arrived, self.wait_for = [], threading.Event(), 0

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  aiosmtpd's name
        self.got.append(re.search(rb"Message-ID: (\S+)", envelope.content)[1].decode())
        if len(self.got) >= self.wait_for:
            self.arrived.set()
            await asyncio.sleep(random.choice([0, 0.001, 0.3]))  # noqa: S311  killed before, while or after it answers
        return "250 OK"


def address() -> str:
    """The tests' own database, as another process names it."""
    known = connection.settings_dict
    user, password = quote(known["USER"] or ""), quote(known["PASSWORD"] or "")
    return f"postgresql://{user}:{password}@/{known['NAME']}?host={quote(known['HOST'], safe='')}"


@pytest.fixture
def slow(settings):
    handler = Slow()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS, settings.DEMO = (
        "127.0.0.1",
        port,
        "none",
        False,
    )
    yield handler
    controller.stop()


def kill_one(slow, settings, number):
    """Start a worker and kill it over some letter of this round; whatever the ones before held is due again."""
    environment = os.environ | {
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "ALONGSIDE_SMTP_HOST": settings.SMTP_HOST,
        "ALONGSIDE_SMTP_PORT": str(settings.SMTP_PORT),
        "ALONGSIDE_SMTP_TLS": "none",
    }
    slow.wait_for = len(slow.got) + random.randint(1, EACH - 2)  # noqa: S311
    slow.arrived.clear()
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(number)], env=environment)
    assert slow.arrived.wait(30)
    worker.send_signal(signal.SIGKILL)
    worker.wait()


@pytest.mark.django_db(transaction=True)
def test_workers_killed_in_the_middle_of_a_letter_lose_nothing(slow, settings):
    written = {write("ben@example.org", "Hello", "Hello").message_id for _ in range(EACH * KILLS)}
    for number in range(KILLS):
        kill_one(slow, settings, number)
    left = Letter.objects.exclude(state=Letter.State.SENT).count()
    deliver_due(at=now() + LEASE * KILLS)

    came = Counter(slow.got)
    twice = sum(number - 1 for number in came.values())
    print(f"{KILLS} kills, {len(written)} letters, {len(written - came.keys())} lost, {twice} came twice")
    assert left >= KILLS  # neither lost nor called sent
    assert (came.keys(), Letter.objects.exclude(state=Letter.State.SENT).count()) == (written, 0)
    assert twice <= KILLS
