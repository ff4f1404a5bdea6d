"""Fills an instance with meetings, serves it as ``alongside serve`` does, and sends the people in."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.vault.keys.keyring import make_key

from .people import Room, Seat, meet


def measure(rooms: int, seconds: int) -> dict[str, Any]:
    """How soon changes are seen in so many rooms, each of which changes about every twenty seconds."""
    made = _rooms(rooms)
    with _served() as (port, web):
        found = asyncio.run(meet(made, port, seconds))
        return found | _weight(web)


def _rooms(number: int) -> list[Room]:
    key = make_key()
    people = Person.objects.bulk_create(
        Person(name=f"Person {n}", email=f"p{n}@example.org", key=key, agreed_conduct_at=now(),
               agreed_conduct_version="1")
        for n in range(2 * number)
    )  # fmt: skip
    pairs = Mentorship.objects.bulk_create(Mentorship(purpose="Lead", key_id=key.pk) for _ in range(number))
    Participant.objects.bulk_create(
        Participant(mentorship=pairs[n // 2], person=person, side=("mentor", "mentee")[n % 2])
        for n, person in enumerate(people)
    )
    begun = now() - dt.timedelta(minutes=20)
    meetings = Meeting.objects.bulk_create(
        Meeting(mentorship=pair, organiser=people[2 * n], starts_at=begun, zone="UTC", uid=pair.code)
        for n, pair in enumerate(pairs)
    )
    return [
        Room(
            reverse("meetings.show", args=[one.code]),
            reverse("notes.share", args=[one.code]),
            reverse("notes.show", args=[one.code]),
            [Seat(_cookie(person)) for person in people[2 * n : 2 * n + 2]],
        )
        for n, one in enumerate(meetings)
    ]


def _cookie(person: Person) -> str:
    browser = Client()
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return f"{settings.SESSION_COOKIE_NAME}={browser.session.session_key}"


@contextmanager
def _served() -> Iterator[tuple[int, int]]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = int(trial.getsockname()[1])
    words = [sys.executable, "-m", "alongside", "serve", "--port", str(port), "--no-worker"]
    web = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    try:
        assert web.stdout is not None
        web.stdout.readline()  # says that it is open
        yield port, web.pid
    finally:
        began = time.monotonic()
        web.terminate()
        web.wait(30)
        print(f"stopped in {time.monotonic() - began:.1f} s", file=sys.stderr)


def _weight(web: int) -> dict[str, Any]:
    """Threads and memory of the web processes, where the system tells."""
    children = Path(f"/proc/{web}/task/{web}/children")
    if not children.exists():
        return {}
    told = [Path(f"/proc/{pid}/status").read_text() for pid in children.read_text().split()]
    facts = [
        dict(line.split(":\t", 1) for line in one.splitlines() if ":\t" in one and "\t" in line)
        for one in told
    ]
    return {
        "threads": sum(int(one["Threads"]) for one in facts),
        "memory_mb": round(sum(int(one["VmRSS"].split()[0]) for one in facts) / 1024),
    }
