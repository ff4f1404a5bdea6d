"""The private feed: an address that opens one calendar, and nothing private in it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.urls import reverse
from icalendar import Calendar

from alongside.integrations.calendar.models import Feed
from alongside.kit.clock import now
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings.actions import plan_one
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer


@pytest.fixture
def meeting(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    cast.ben.name = "Ben\r\nATTENDEE:evil;X=1"
    cast.ben.save()
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="A secret purpose")
    made = plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    agenda.add(made, by=cast.ben, topic="A secret topic", question="A secret question?")
    return made


def opened(browser) -> str:
    html = browser.post(reverse("calendar.open")).content.decode()
    return re.search(r'value="https?://[^/]+(/calendar/feed/[^"]+)"', html)[1]


def test_a_calendar_program_reads_the_feed_without_signing_in(as_, cast, client, meeting):
    answer = client.get(opened(as_(cast.ada)))
    events = Calendar.from_ical(answer.content).walk("VEVENT")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert [(str(one["UID"]), one.decoded("dtstart")) for one in events] == [
        (meeting.uid, meeting.starts_at.replace(microsecond=0))
    ]
    assert b"secret" not in answer.content
    assert "ATTENDEE" not in events[0]


def test_a_new_address_closes_the_older_one(as_, cast, client, meeting):
    browser = as_(cast.ada)
    older, newer = opened(browser), opened(browser)

    assert (client.get(older).status_code, client.get(newer).status_code) == (404, 200)
    browser.post(reverse("calendar.close"))
    assert (client.get(newer).status_code, Feed.objects.count()) == (404, 0)


def test_the_feed_of_somebody_who_left_is_closed(as_, cast, client, meeting):
    address = opened(as_(cast.ada))
    type(cast.ada).objects.filter(pk=cast.ada.pk).update(is_active=False)

    assert client.get(address).status_code == 404


def test_only_a_digest_is_kept(as_, cast, meeting):
    token = opened(as_(cast.ada)).rsplit("/", 1)[1].removesuffix(".ics")

    assert token not in Feed.objects.get().token_digest


def test_nobody_closes_what_is_not_open(as_, cast):
    assert as_(cast.eve).post(reverse("calendar.close")).status_code == 404
