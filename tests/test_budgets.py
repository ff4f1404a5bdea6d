"""What the main pages may cost: the same number of queries, with few rows and with many."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.matching.search import store
from benchmarks.web.crowd import gather
from benchmarks.web.pages import addresses
from benchmarks.web.reader import settle

QUERIES = {
    "today": 8,
    "find": 6,
    "a mentor": 8,
    "mentorships": 3,
    "workspace": 8,
    "a meeting": 8,
    "requests": 2,
    "a brief": 4,
    "a question": 4,
    "me": 5,
    "growth": 5,
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
