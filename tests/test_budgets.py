"""What the main pages may cost: the same number of queries, with few rows and with many."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.growth.evidence import actions as evidence
from alongside.growth.plans import actions as plans
from alongside.growth.plans.suggesting import Suggestion
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.search import store
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.pulse.models import Pulse, PulseAnswer
from alongside.practice.playbooks.models import Playbook
from benchmarks.web.crowd import gather
from benchmarks.web.pages import addresses
from benchmarks.web.reader import settle

QUERIES = {
    "today": 9,
    "find": 6,
    "a mentor": 8,
    "mentorships": 3,
    "workspace": 8,
    "a meeting": 9,
    "requests": 2,
    "a brief": 5,
    "a question": 6,
    "me": 5,
    "growth": 6,
    "a record": 10,
    "impact": 7,
    "a mentor's record": 6,
}
SENDING = 8
CONTROL = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@pytest.fixture(params=[(60, 3), (120, 12)], ids=["few", "many"])
def world(db, request):
    """Some people, and one of them with that much of everything."""
    people, much = request.param
    store.forget()
    yield settle(gather(people), much)
    store.forget()


def cost(ask) -> tuple[int, int]:
    """The status of an answer, and the queries that it took."""
    with CaptureQueriesContext(connection) as caught:
        status = ask().status_code
    return status, sum(not row["sql"].startswith(CONTROL) for row in caught.captured_queries)


def kept(world) -> dict[str, str]:
    """The pages of what one keeps: a mentorship's record, and a mentor's."""
    return {
        "a record": reverse("records.show", args=[world.pair.code]),
        "impact": reverse("impact.index"),
        "a mentor's record": reverse("impact.record"),
    }


def test_the_main_pages_cost_the_same_however_much_is_on_them(as_, world):
    browser = as_(world.reader)
    pages = addresses(world) | kept(world)
    for address in pages.values():  # what is kept between requests is built by the first
        browser.get(address)

    assert {name: cost(lambda at=at: browser.get(at)) for name, at in pages.items()} == {
        name: (200, number) for name, number in QUERIES.items()
    }


def look_back(world, much):
    """A mentorship with a rhythm, rests and pulses, and a plan with evidence and playbooks."""
    pair, reader = world.pair, world.reader
    meetings.plan_series(
        pair, by=reader, every_days=7, starts_on=now().date(), at=dt.time(10), zone="Europe/London", minutes=45,
        until=now().date() + dt.timedelta(days=60),
    )  # fmt: skip
    mentorships.pause(pair, by=reader)
    mentorships.resume(pair, by=reader)
    for number in range(much):
        closes_at = now() + dt.timedelta(days=7 * (number + 2 - much))
        pulse = Pulse.objects.create(mentorship=pair, number=number, closes_at=closes_at)
        for person in (reader, world.mentor):
            PulseAnswer(pulse=pulse, person=person, numbers="[4, 4, 4, 4, 4, 4]").save()
    skills = default_skills()[:3]
    world.plan = plans.make([Suggestion(one, 2, 3, 3) for one in skills], by=reader)
    said = {"level": 2, "title": "It", "text": "Why", "day": now().date(), "link": ""}
    for number in range(much):
        evidence.keep(skills[number % 3], said, by=reader)
        Playbook.objects.create(author=reader, title="Mine", skill=skills[number % 3].key)


def test_how_it_is_going_and_a_plan_cost_the_same_however_much_there_is(as_, world, request):
    look_back(world, request.node.callspec.params["world"][1])
    browser = as_(world.reader)
    pages = [reverse("health.show", args=[world.pair.code]), reverse("plans.show", args=[world.plan.code])]
    for address in pages:
        browser.get(address)

    assert [cost(lambda at=at: browser.get(at)) for at in pages] == [(200, 10), (200, 8)]


def test_sending_a_request_costs_the_same_however_many_there_are(as_, world):
    browser, address = as_(world.reader), reverse("requests.send", args=[world.other.code])
    browser.get(address)
    words = {
        "goal": "Lead a release",
        "question": "How did you begin, and with whom?",
        "format": "long",
        "once": "x",
    }

    assert cost(lambda: browser.post(address, words)) == (302, SENDING)
