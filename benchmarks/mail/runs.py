"""Meetings that nobody has prepared: the timed job finds them, and one worker reminds by mail."""

from __future__ import annotations

import datetime as dt
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.mail.jobs import sweep
from alongside.activity.mail.models import Letter
from alongside.config.commands.working import work
from alongside.kit.clock import now
from alongside.mentoring.meetings import timed
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.vault.keys.keyring import make_key

JOBS = 4
"""As ``alongside worker`` starts with."""
SERVER = """
import sys, time
from aiosmtpd.controller import Controller
class Keep:
    async def handle_DATA(self, server, session, envelope):
        return "250 OK"
Controller(Keep(), hostname="127.0.0.1", port=int(sys.argv[1])).start()
time.sleep(3600)
"""


def measure(number: int) -> dict[str, Any]:
    """How long it takes to remind the mentees of ``number`` meetings."""
    _fill(number)
    with _server():
        began, worked = time.monotonic(), time.process_time()
        timed.remind_due(now())
        found = time.monotonic() - began
        work(jobs=JOBS, until_idle=True)
        _sweep_each_minute()
        took, worked = time.monotonic() - began, time.process_time() - worked
    states = Letter.objects.values_list("state", flat=True)
    sent = sum(state == Letter.State.SENT for state in states)
    return {
        "asked_ms": _asked_without_a_server(),
        "reminders": number,
        "letters": len(states),
        "sent": sent,
        "found_s": round(found, 1),
        "cpu_s": round(worked, 1),
        "took_s": round(took, 1),
    }


def _sweep_each_minute() -> None:
    """What the jobs have left is the sweep's, as in service: it comes with each full minute."""
    while Letter.objects.filter(state=Letter.State.WAITING).exists():
        time.sleep(60 - time.time() % 60)
        sweep.defer(timestamp=int(time.time()))  # type: ignore[call-arg]  # typed as if nothing could be given
        work(jobs=JOBS, until_idle=True)


def _asked_without_a_server() -> float:
    """The slowest of forty requests that each write a letter, in milliseconds, while the server says nothing."""
    dev = Person.objects.create(name="Dev", email="dev@example.org", agreed_conduct_at=now())
    company = Organisation.objects.create(name="Northwind", kind="company")
    Membership.objects.create(person=dev, organisation=company, roles=["administrator"])
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.force_login(dev, backend="allauth.account.auth_backends.AuthenticationBackend")
    address, took = reverse("invitations.index", args=[company.code]), []
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        settings.SMTP_PORT = silent.getsockname()[1]
        for place in range(41):
            began = time.perf_counter()
            answer = browser.post(address, {"email": f"new{place}@example.net"})
            took.append(1000 * (time.perf_counter() - began))
            assert answer.status_code == 302, answer.content
    return round(max(took[1:]), 1)  # the first one loads what all need


def _fill(number: int) -> None:
    """Each meeting is one pair's, tomorrow, with nothing on its agenda."""
    key = make_key()
    people = Person.objects.bulk_create(
        Person(email=f"p{place}@example.org", name=f"Person {place}", agreed_conduct_at=now(), key=key)
        for place in range(2 * number)
    )
    pairs = Mentorship.objects.bulk_create(Mentorship(purpose="To learn", key=key) for _ in range(number))
    for side, half in (("mentor", people[:number]), ("mentee", people[number:])):
        Participant.objects.bulk_create(
            Participant(mentorship=pair, person=person, side=side)
            for pair, person in zip(pairs, half, strict=True)
        )
    soon = now() + dt.timedelta(hours=20)
    Meeting.objects.bulk_create(
        Meeting(mentorship=pair, organiser=mentor, starts_at=soon, invited_at=now(), uid=f"bench-{pair.pk}")
        for pair, mentor in zip(pairs, people[:number], strict=True)
    )


@contextmanager
def _server() -> Iterator[None]:
    """A mail server in a process of its own, which the instance is told of."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.SMTP_HOST, settings.SMTP_PORT, settings.SMTP_TLS = "127.0.0.1", port, "none"
    running = subprocess.Popen([sys.executable, "-c", SERVER, str(port)])
    try:
        _wait_for(port)
        yield
    finally:
        running.terminate()
        running.wait()


def _wait_for(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the mail server did not start")
