"""A mentee asks a mentor: one goal and one specific question."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.conftest import as_mentor
from alongside.matching.requests import actions
from alongside.matching.requests.models import Request
from alongside.matching.requests.queries import place_in_line
from alongside.matching.requests.tests.conftest import QUESTION, ask
from alongside.people.careers.models import Position

TYPED = {"goal": "Lead a release", "question": QUESTION, "format": "long"}


def address(mentor) -> str:
    return reverse("requests.send", args=[mentor.code])


def test_a_request_is_sent_and_recorded(as_, cast, offer):
    answer = as_(cast.ben).post(address(cast.ada), TYPED)

    request = Request.objects.get()
    assert answer.headers["Location"] == reverse("requests.show", args=[request.code])
    assert (request.mentor, request.mentee, request.question) == (cast.ada, cast.ben, QUESTION)
    assert request.expires_at - request.created_at > dt.timedelta(days=6, hours=23)
    assert Event.objects.get(verb="request.sent").about_code == request.code


def test_the_question_is_unreadable_at_rest(asked):
    with connection.cursor() as cursor:
        cursor.execute("select question from matching_request")
        assert QUESTION.encode() not in bytes(cursor.fetchone()[0])


def test_a_mentor_who_may_not_be_found_cannot_be_asked(as_, cast, offer):
    assert as_(cast.eve).get(address(cast.ada)).status_code == 404
    assert as_(cast.eve).post(address(cast.ada), TYPED).status_code == 404


def test_nobody_asks_themself(as_, cast, offer):
    assert as_(cast.ada).post(address(cast.ada), TYPED).status_code == 404
    with pytest.raises(Forbidden):
        ask(cast.ada, cast.ada)


def test_what_was_typed_stays_when_something_is_missing(as_, cast, offer):
    answer = as_(cast.ben).post(address(cast.ada), {**TYPED, "question": ""})

    assert answer.status_code == 422
    assert "Enter one specific question" in answer.content.decode()
    assert 'value="Lead a release"' in answer.content.decode()


def test_the_same_two_have_one_open_request(as_, cast, asked):
    answer = as_(cast.ben).post(address(cast.ada), TYPED)

    assert (answer.status_code, Request.objects.count()) == (422, 1)
    assert "You have asked this mentor already" in answer.content.decode()


def test_a_double_click_makes_one_request(as_, cast, offer):
    browser = as_(cast.ben)

    first = browser.post(address(cast.ada), {**TYPED, "once": "t1"})
    second = browser.post(address(cast.ada), {**TYPED, "once": "t1"})

    assert first.headers["Location"] == second.headers["Location"]
    assert Request.objects.count() == 1


def test_a_mentee_has_at_most_three_open_requests(cast, offer):
    others = [cast.cleo, cast.dev]
    for mentor in others:
        as_mentor(mentor)
    for mentor in [cast.ada, *others]:
        ask(mentor, cast.ben)
    newcomer = type(cast.ben).objects.create(name="Fay", email="fay@example.org", agreed_conduct_at=now())
    cast.northwind.memberships.create(person=newcomer)
    as_mentor(newcomer)

    with pytest.raises(Refused, match="You have three open requests"):
        ask(newcomer, cast.ben)


def test_a_mentor_has_at_most_three_requests_to_answer(cast, offer):
    for number in range(3):
        mentee = type(cast.ben).objects.create(name=f"M{number}", email=f"m{number}@example.org")
        cast.northwind.memberships.create(person=mentee)
        ask(cast.ada, mentee)

    with pytest.raises(Refused, match="three requests to answer already"):
        ask(cast.ada, cast.ben)


@pytest.mark.parametrize("closed", [{"open": False}, {"paused_until": dt.date(2999, 1, 1)}])
def test_a_mentor_who_takes_none_now_is_not_asked(cast, closed):
    as_mentor(cast.ada, **closed)

    with pytest.raises(Refused, match="takes no requests at the moment"):
        ask(cast.ada, cast.ben)


def test_who_is_blocked_cannot_ask(as_, cast, offer):
    Block.objects.create(person=cast.ada, other=cast.ben)

    assert as_(cast.ben).post(address(cast.ada), TYPED).status_code == 404


def test_a_full_mentor_has_a_waiting_list_with_a_visible_place(as_, cast):
    as_mentor(cast.ada, capacity=1, taken=1)
    first, second = ask(cast.ada, cast.ben), ask(cast.ada, cast.cleo)

    page = as_(cast.cleo).get(reverse("requests.show", args=[second.code])).content.decode()

    assert (first.state, place_in_line(first), place_in_line(second)) == ("waiting", 1, 2)
    assert "Place 2 on the waiting list" in page


def test_sending_costs_few_queries(as_, cast, offer, django_assert_max_num_queries):
    browser = as_(cast.ben)

    with django_assert_max_num_queries(14):
        browser.post(address(cast.ada), TYPED)


def test_names_stay_back_until_acceptance_if_either_side_wants(as_, cast, offer, tell_everyone, letters):
    Position.objects.create(person=cast.ben, title="PM", company="Paylark", level=3, industry="fintech")
    asked = ask(cast.ada, cast.ben, identity_light=True)
    tell_everyone()
    shown = as_(cast.ada).get(reverse("requests.show", args=[asked.code])).content.decode()

    assert ("Senior, Banking and fintech" in shown, "Ben Okafor" in shown, "Paylark" in shown) == (
        True,
        False,
        False,
    )
    assert [("Ben" in letter.text, letter.subject) for letter in letters(cast.ada)] == [
        (False, "You have a request")
    ]

    actions.accept(asked, by=cast.ada)
    assert "Ben Okafor" in as_(cast.ada).get(reverse("requests.show", args=[asked.code])).content.decode()
