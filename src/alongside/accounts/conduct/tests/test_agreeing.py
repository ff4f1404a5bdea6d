"""Everybody reads the code of conduct, and agrees before they meet others."""

from __future__ import annotations

import pytest

from alongside.activity.events.models import Event

PAGE = "/accounts/conduct/"


@pytest.fixture
def newcomer(cast):
    cast.ben.agreed_conduct_at = None
    cast.ben.save()
    return cast.ben


def test_a_newcomer_is_led_to_the_code_of_conduct_first(as_, newcomer):
    answer = as_(newcomer).get("/accounts/settings/")

    assert (answer.status_code, answer.url) == (302, f"{PAGE}?next=%2Faccounts%2Fsettings%2F")


def test_agreeing_leads_back_to_where_one_wanted_to_go(as_, newcomer):
    answer = as_(newcomer).post(f"{PAGE}agree/", {"next": "/accounts/settings/"})

    newcomer.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, "/accounts/settings/")
    assert (newcomer.agreed_conduct_at is not None, newcomer.agreed_conduct_version) == (True, "1")
    assert [event.verb for event in Event.objects.all()] == ["person.agreed"]


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "nowhere", "today", ""]
)
def test_agreeing_leads_nowhere_else(as_, newcomer, elsewhere):
    assert as_(newcomer).post(f"{PAGE}agree/", {"next": elsewhere}).url == "/today/"


def test_agreeing_twice_is_agreeing_once(as_, newcomer):
    browser = as_(newcomer)
    for _time in range(2):
        browser.post(f"{PAGE}agree/")

    assert Event.objects.filter(verb="person.agreed").count() == 1


def test_a_stranger_reads_it_and_is_asked_to_sign_in_to_agree(client, db):
    page = client.get(PAGE)

    assert (page.status_code, b"How we treat each other" in page.content, b"I agree" in page.content) == (
        200,
        True,
        False,
    )
    assert client.post(f"{PAGE}agree/").url == "/accounts/login/?next=/accounts/conduct/"
