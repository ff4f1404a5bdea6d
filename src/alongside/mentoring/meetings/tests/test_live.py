"""An open meeting page hears of changes: on a real server, from the real database, and only by who may."""

from __future__ import annotations

import datetime as dt
import http.client
import time

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from alongside.accounts.sessions.models import Session
from alongside.kit.clock import now
from alongside.kit.live import streams
from alongside.kit.live.listening import LISTENER, NAME
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.documents import actions as documents
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.notes import actions as notes

pytestmark = pytest.mark.django_db(transaction=True)
WITHIN = 5


class Stream:
    """One open stream of a person who is signed in."""

    def __init__(self, server, person, meeting):
        self.client = Client()
        self.client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        host = server.url.removeprefix("http://")
        self.connection = http.client.HTTPConnection(host, timeout=WITHIN)
        cookie = f"{settings.SESSION_COOKIE_NAME}={self.client.session.session_key}"
        address = reverse("meetings.live", args=[meeting.code])
        self.connection.request("GET", address, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
        self.answer = self.connection.getresponse()

    def next(self) -> str:
        """What it says next, without its signs of life, which do not count as an answer; nothing when it is over."""
        until = time.monotonic() + WITHIN
        while line := self.answer.readline().decode():
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()
            assert time.monotonic() < until, "it says only that it lives"
        return ""

    def until(self, *parts: str) -> set[str]:
        """What it says until these parts were named; what changes at once may be told in one line."""
        heard: set[str] = set()
        while not heard.issuperset(parts):
            heard |= set(self.next().split())
        return heard


@pytest.fixture
def meeting(transactional_db, cast, pair):
    return meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


@pytest.fixture
def stream(live_server, meeting, monkeypatch):
    monkeypatch.setattr(streams, "BEAT", 0.1)
    opened = []

    def open_one(person):
        opened.append(Stream(live_server, person, meeting))
        return opened[-1]

    yield open_one
    for one in opened:
        one.answer.close()
        one.connection.close()
    LISTENER.wait_until_silent()


def listening() -> list[int]:
    """The processes of the database that listen for open pages."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pid from pg_stat_activity where datname = current_database() and application_name = %s",
            [NAME],
        )
        return [row[0] for row in cursor.fetchall()]


def test_one_person_with_many_tabs_leaves_places_for_the_others(stream, cast, monkeypatch):
    monkeypatch.setattr(streams, "MOST_EACH", 2)
    tabs = [stream(cast.ada) for _ in range(2)]
    assert {one.next() for one in tabs} == {"all"}

    assert [stream(one).answer.status for one in (cast.ada, cast.ben)] == [429, 200]


def test_who_meets_hears_at_once_of_a_change_and_nobody_else_hears_anything(stream, cast, meeting, settings):
    ada, ben, eve = stream(cast.ada), stream(cast.ben), stream(cast.eve)
    assert [one.answer.status for one in (ada, ben, eve)] == [200, 200, 404]
    assert (ada.answer.headers["Content-Type"], ada.next(), ben.next()) == ("text/event-stream", "all", "all")

    began = time.monotonic()
    notes.write(meeting, "We cut the importer", by=cast.ben, shared=True, version=0)
    advice.give(meeting, "Show the two dates", by=cast.ada)
    heard = ada.until("notes", "advice"), ben.until("notes", "advice")

    assert (heard, time.monotonic() - began < WITHIN) == (({"notes", "advice"},) * 2, True)
    documents.put(meeting, url="https://board.example/q3", by=cast.ada)
    assert (ada.until("documents"), ben.until("documents")) == ({"documents"}, {"documents"})
    notes.write(meeting, "Only mine", by=cast.ben, shared=False, version=0)  # nobody's business
    (listener,) = listening()
    with connection.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(%s)", [listener])
    assert ada.next() == "all"  # it listens again, and says that something may have been missed

    Session.objects.filter(person=cast.ada).delete()
    assert ada.next() == ""  # over with the session
    settings.LIVE_STREAMS = 1
    full = stream(cast.ada)
    assert (full.answer.status, full.answer.headers["Retry-After"]) == (503, "60")
