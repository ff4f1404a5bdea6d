"""From the action to the letter at the server, through the real queue and the real worker."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from aiosmtpd.controller import Controller
from django.db import connections

from alongside.accounts.invitations.actions import invite
from alongside.activity.mail.models import Letter
from alongside.config.commands.working import work


class Server:
    """Keeps what it got."""

    def __init__(self) -> None:
        self.got: list[bytes] = []

    async def handle_DATA(self, _server, _session, envelope) -> str:  # noqa: N802  aiosmtpd's name
        self.got.append(envelope.content)
        return "250 OK"


@pytest.fixture
def server(settings):
    handler = Server()
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
def test_the_worker_brings_the_letter_of_an_action_to_the_server(cast, server):
    invite(cast.northwind, "fay@example.net", by=cast.cleo)
    with ThreadPoolExecutor(1) as pool:  # a browser of another test may hold this thread's event loop
        pool.submit(work, jobs=1, until_idle=True).result()
        pool.submit(connections.close_all).result()

    assert (Letter.objects.get().state, len(server.got)) == ("sent", 1)
    assert b"To: fay@example.net" in server.got[0]
