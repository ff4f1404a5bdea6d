"""What the browser is given to keep, and to whom."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.staticfiles import finders

from alongside.kit.clock import now
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages
from alongside.people.offers.models import Offer


@pytest.fixture
def pair(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")


def test_the_app_says_what_it_is_and_its_icons_exist(client, db):
    told = client.get("/manifest.webmanifest")
    manifest = told.json()

    assert told.headers["Content-Type"] == "application/manifest+json"
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("/today/", "/", "standalone")
    assert all(finders.find(icon["src"].removeprefix("/static/")) for icon in manifest["icons"])


def test_the_worker_sees_every_page_and_is_asked_for_anew(client, db):
    worker = client.get("/worker.js")

    assert (worker.headers["Content-Type"], worker.headers["Cache-Control"]) == (
        "text/javascript",
        "no-cache",
    )
    assert '"/offline/agenda/"' in worker.content.decode()


def test_the_page_for_everybody_holds_nothing_of_anybody(as_, cast, client):
    assert as_(cast.ben).get("/offline/").content == client.get("/offline/").content
    assert client.get("/offline/agenda/").status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_the_agenda_holds_the_coming_days_and_ones_own_drafts(
    as_, cast, pair, count, django_assert_num_queries
):
    for day in range(1, count + 1):
        meeting = meetings.plan_one(pair, now() + dt.timedelta(days=day), by=cast.ben)
        agenda.add(meeting, by=cast.ben, topic=f"Topic {day}", question="Which first?")
    meetings.plan_one(pair, now() + dt.timedelta(days=8), by=cast.ben)
    messages.keep_draft(pair, "I wanted to ask", by=cast.ben)
    ben = as_(cast.ben)

    with django_assert_num_queries(6):
        page = ben.get("/offline/agenda/")
    text = page.content.decode()
    assert (text.count("Which first?"), "I wanted to ask" in text) == (count, True)
    assert (page.headers["X-Person"], page.headers["Cache-Control"]) == (cast.ben.code, "no-store")
    assert "I wanted to ask" not in as_(cast.ada).get("/offline/agenda/").content.decode()
    assert "Which first?" not in as_(cast.eve).get("/offline/agenda/").content.decode()


def test_every_page_says_who_is_signed_in(as_, cast, client):
    assert f'data-person="{cast.ben.code}"' in as_(cast.ben).get("/today/").content.decode()
    assert "data-person" not in client.get("/accounts/login/").content.decode()
