"""The mail server is away for an hour: no request waits, nothing is lost, and soon after its return all has come."""

from __future__ import annotations

import datetime as dt
import socket
import time

import pytest
from aiosmtpd.controller import Controller

from alongside.activity.mail import delivery, jobs
from alongside.activity.mail.models import Letter
from alongside.activity.mail.send import write
from alongside.kit.clock import now, travel

MINUTE = dt.timedelta(minutes=1)


class Server:
    """Keeps what it got, or sends everybody away."""

    def __init__(self):
        self.got, self.closed = [], False

    async def handle_MAIL(self, _server, _session, envelope, address, _options):  # noqa: N802  aiosmtpd's name
        if self.closed:
            return "421 closed for an hour"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  aiosmtpd's name
        self.got.append(envelope.rcpt_tos[0])
        return "250 OK"


@pytest.fixture
def port(db, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS, settings.DEMO = (
        "127.0.0.1",
        number,
        "none",
        False,
    )
    return number


def minute(at, *addresses):
    """What happens in one minute: letters are written, each with its job, and the sweep comes."""
    with travel(at):
        for address in addresses:
            jobs.deliver(write(address, "Hello", "Hello").pk)
        jobs.sweep(0)


@pytest.mark.parametrize("how", ["refuses", "sends away"])
def test_an_hour_without_the_server_loses_nothing(port, how):
    at, server = now(), Server()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    server.closed = how == "sends away"
    if server.closed:
        controller.start()
    for number in range(60):
        minute(at + number * MINUTE, f"a{number}@example.org", f"b{number}@example.org")
    tries = sum(Letter.objects.values_list("attempts", flat=True))
    server.closed = False
    if how == "refuses":
        controller.start()
    back = at + 60 * MINUTE
    for number in range(10):
        minute(back + number * MINUTE)
    controller.stop()

    states = set(Letter.objects.values_list("state", flat=True))
    assert (states, len(server.got), len(set(server.got))) == ({"sent"}, 120, 120)
    assert max(Letter.objects.values_list("sent_at", flat=True)) <= back + 10 * MINUTE
    assert tries <= 130  # one or two a minute, not every letter again and again


def test_no_request_waits_for_a_server_that_says_nothing(port, as_, cast):
    browser, took = as_(cast.dev), []
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", port))
        silent.listen()
        for number in range(3):  # the first one loads what all need
            began = time.monotonic()
            browser.post(
                f"/accounts/invitations/of/{cast.northwind.code}/", {"email": f"fay{number}@example.net"}
            )
            took.append(time.monotonic() - began)

    assert list(Letter.objects.values_list("state", flat=True)) == ["waiting"] * 3
    assert min(took) < 1  # whoever talks to that server waits ten seconds; benchmarks/mail measures it


def test_a_letter_of_its_own_trouble_waits_alone(port):
    letter = write("ben@example.org", "Hello", "Hello", headers={"X": "a\nb"})
    other = write("ada@example.org", "Hello", "Hello")
    controller = Controller(Server(), hostname="127.0.0.1", port=port)
    controller.start()
    assert delivery.deliver_due(at=now()) == 1
    controller.stop()

    assert [Letter.objects.get(pk=one.pk).state for one in (letter, other)] == ["failed", "sent"]
    assert not delivery.is_away(now())
