"""A worker killed with -9 in the middle of a letter loses nothing, and sends at most one duplicate."""

from __future__ import annotations

import asyncio
import email
import os
import signal
import socket
import subprocess
import sys
import threading
from email.policy import default
from urllib.parse import quote

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from alongside.activity.mail.delivery import LEASE, deliver_due
from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import write
from alongside.kit.clock import now

WORKER = """
import django; django.setup()
from alongside.activity.mail.delivery import deliver
from alongside.kit.clock import now
deliver(int(__import__("sys").argv[1]), at=now())
"""


class Slow:
    """Has a letter and says so, but takes its time to answer the first."""

    def __init__(self):
        self.got, self.arrived = [], threading.Event()

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  aiosmtpd's name
        self.got.append(email.message_from_bytes(envelope.content, policy=default))
        if len(self.got) == 1:
            self.arrived.set()
            await asyncio.sleep(2)  # the worker is killed here
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


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_of_a_letter_loses_nothing(slow, settings):
    letter = write("ben@example.org", "Hello", "Hello")
    environment = os.environ | {
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "ALONGSIDE_SMTP_HOST": settings.SMTP_HOST,
        "ALONGSIDE_SMTP_PORT": str(settings.SMTP_PORT),
        "ALONGSIDE_SMTP_TLS": "none",
    }
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(letter.pk)], env=environment)
    assert slow.arrived.wait(30)
    worker.send_signal(signal.SIGKILL)
    worker.wait()

    letter.refresh_from_db()
    assert letter.state == Letter.State.SENDING  # neither lost nor called sent
    assert deliver_due(at=now() + LEASE) == 1
    assert [message["Message-ID"] for message in slow.got] == [letter.message_id] * 2
