"""The desk: everybody Ada mentors, and nobody else's people."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.kit.clock import now
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships

DESK = reverse("desk.show")


def text(answer) -> str:
    return answer.content.decode()


def test_ada_sees_what_ben_is_stuck_on_and_what_he_tried(as_, cast, pair):
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    agenda.add(meeting, by=cast.ben, topic="The overfull release", question="Which first?")
    heard = advice.give(meeting, "Show two dates", by=cast.ben)
    advice.decide(heard, "do", "Right", by=cast.ben)
    advice.report(heard, "She moved the date", by=cast.ben)
    advice.give(meeting, "Ask the sales lead", by=cast.ben)

    page = text(as_(cast.ada).get(DESK))
    expected = (
        "Ben Okafor",
        "The overfull release",
        "She moved the date",
        "1 piece of advice open",
        "1 of 1 places",
    )
    assert [word for word in expected if word not in page] == []


def test_nobody_else_has_ben_on_their_desk(as_, cast, pair):
    for other in (cast.ben, cast.eve, cast.cleo, cast.dev):
        page = text(as_(other).get(DESK))
        assert ("You mentor nobody yet" in page, "Lead a discovery" in page) == (True, False)


def test_who_has_ended_leaves_the_desk(as_, cast, pair):
    mentorships.pause(pair, by=cast.ben)
    assert "Paused" in text(as_(cast.ada).get(DESK))
    mentorships.end(pair, by=cast.ben)
    assert "You mentor nobody yet" in text(as_(cast.ada).get(DESK))


@pytest.mark.parametrize("count", [1, 4])
def test_the_desk_costs_the_same_however_full(as_, cast, count, django_assert_num_queries):
    for mentee in (cast.ben, cast.cleo, cast.dev, cast.eve)[:count]:
        pair = mentorships.begin(cast.ada, mentee, by=cast.ada, purpose="Learn")
        meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3 + mentee.pk % 7), by=mentee)
        agenda.add(meeting, by=mentee, topic="A topic", question="Which?")
        advice.give(meeting, "Show two dates", by=mentee)
    ada = as_(cast.ada)
    ada.get(DESK)
    with django_assert_num_queries(7):
        ada.get(DESK)
