"""What happened is written down in the transaction of the change, and the listeners hear of it."""

from __future__ import annotations

import datetime as dt

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.events import jobs, listeners
from alongside.activity.events.listeners import moment
from alongside.activity.events.models import Event
from alongside.activity.events.record import about, record
from alongside.kit.clock import now, travel


@pytest.fixture
def heard(monkeypatch):
    """A listener of one verb, for the time of a test."""
    events = []
    monkeypatch.setattr(listeners, "LISTENERS", [("test.done", events.append)])
    return events


def test_an_event_says_who_did_what_to_what(cast):
    event = record("test.done", by=cast.ada, about=cast.northwind, number=3)

    assert (event.by, event.about_kind, event.about_code) == (
        cast.ada,
        "accounts.organisation",
        cast.northwind.code,
    )
    assert (event.details, about(event)) == ({"number": 3}, cast.northwind)


def test_a_thing_that_is_gone_is_nothing(cast):
    event = record("test.done", by=None, about=cast.circle)
    cast.circle.delete()

    assert about(event) is None


def test_the_listeners_are_told_by_a_job_of_the_same_transaction(cast, heard):
    event = record("test.done", by=cast.ada, about=cast.northwind)
    record("test.else", by=cast.ada, about=cast.northwind)

    jobs.tell_listeners.defer(event_id=event.pk)
    written, deferred = ProcrastinateJob.objects.order_by("pk").values().filter(args={"event_id": event.pk})
    assert {name for name in written if written[name] != deferred[name]} == {"id"}
    assert (ProcrastinateJob.objects.count(), Event.objects.get(verb="test.done")) == (2, event)
    jobs.tell_listeners(event.pk)
    assert heard == [event]


def test_tests_can_tell_everyone_at_once(cast, heard, tell_everyone):
    event = record("test.done", by=cast.ada, about=cast.northwind)
    tell_everyone()
    tell_everyone()

    assert (heard, Event.objects.count()) == ([event], 1)


def test_a_listener_knows_when_it_happened(cast, monkeypatch):
    moments = []
    monkeypatch.setattr(listeners, "LISTENERS", [("test.done", lambda _event: moments.append(moment()))])
    with travel(now() - dt.timedelta(days=3)):
        event = record("test.done", by=cast.ada, about=cast.northwind)

    jobs.tell_listeners(event.pk)

    assert (moments, moment() > event.created_at) == ([event.created_at], True)
