"""What time does to requests: reminded on the fourth day, ended on the seventh, the line moving up."""

from __future__ import annotations

import datetime as dt

from alongside.activity.events.models import Event
from alongside.matching.conftest import as_mentor
from alongside.matching.requests import actions, timed
from alongside.matching.requests.models import Request
from alongside.matching.requests.tests.conftest import ask
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer


def test_a_request_is_reminded_once_on_day_four_and_ends_on_day_seven(cast, asked, tell_everyone, letters):
    log = []
    for hour in range(0, 24 * 9, 6):
        at = asked.created_at + dt.timedelta(hours=hour, minutes=1)
        log += [(hour // 24, "reminded")] * timed.remind_due(at)
        log += [(hour // 24, "expired")] * timed.expire_due(at)
    tell_everyone()

    assert log == [(4, "reminded"), (7, "expired")]
    assert [letter.subject for letter in letters(cast.ben)] == ["Your request was not answered in time"]


def test_an_answered_request_is_neither_reminded_nor_ended(cast, asked):
    actions.accept(asked, by=cast.ada)

    late = asked.created_at + dt.timedelta(days=30)
    assert (timed.remind_due(late), timed.expire_due(late)) == (0, 0)


def test_when_a_place_is_freed_the_first_in_line_comes_before_the_mentor(cast, asked, tell_everyone, letters):
    mentorship = actions.accept(asked, by=cast.ada)
    first, second = ask(cast.ada, cast.cleo), ask(cast.ada, cast.dev)

    mentorships.end(mentorship, by=cast.ben)
    tell_everyone()

    states = dict(Request.objects.values_list("pk", "state"))
    assert (states[first.pk], states[second.pk]) == ("sent", "waiting")
    assert "A place is free, and your request is with the mentor" in [
        one.subject for one in letters(cast.cleo)
    ]


def test_the_line_does_not_move_without_a_place(cast):
    as_mentor(cast.ada, taken=1)
    ask(cast.ada, cast.ben)

    assert timed.move_the_line(cast.ada, Request.objects.get().created_at) is None


def test_a_person_who_leaves_leaves_nobody_waiting(cast, asked):
    ended = timed.end_with(cast.ada, asked.created_at)

    assert (ended, Request.objects.get().state) == (1, "expired")
    assert Event.objects.filter(verb="request.expired").count() == 1
    assert Offer.objects.get().taken == 0
