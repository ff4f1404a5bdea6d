"""The wrap-up: everything on one page is kept together, and each says only what is theirs to say."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden
from alongside.mentoring.advice import actions as advice_actions
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.wrap_up import actions


@pytest.fixture
def meeting(cast, pair):
    """A meeting of Ada and Ben that is under way, with one piece of advice."""
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=1), by=cast.ben)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=now() - dt.timedelta(minutes=40))
    meeting.refresh_from_db()
    advice_actions.give(meeting, "Show the two dates", by=cast.ada)
    return meeting


def address(meeting) -> str:
    return reverse("wrap_up.show", args=[meeting.code])


def about(**said: str) -> dict[str, str]:
    """What is said about the only advice there is."""
    code = Advice.objects.earliest("pk").code
    return {f"{code}-{name}": value for name, value in said.items()}


def test_a_mentee_keeps_decision_action_and_more_with_one_press(as_, cast, meeting):
    ben = as_(cast.ben)
    shown = ben.get(address(meeting)).content.decode()
    task = {"task": "Draft two dates", "owner": cast.ben.code, "due_on": "2027-01-15"}
    more = {"advice": "Ask sales first", "task": "Introduce Ben to sales", "owner": cast.ada.code}
    answer = ben.post(address(meeting), about(decision="adapt", why="She prefers numbers", **task) | more)

    first, second = Advice.objects.order_by("pk")
    assert (answer.status_code, "Show the two dates" in shown, "did you learn" in shown) == (302, True, False)
    assert (first.decision, first.why, second.text) == ("adapt", "She prefers numbers", "Ask sales first")
    assert [(one.text, one.owner, one.advice) for one in Action.objects.order_by("pk")] == [
        ("Draft two dates", cast.ben, first),
        ("Introduce Ben to sales", cast.ada, None),
    ]
    assert Meeting.objects.get(pk=meeting.pk).state == "held"
    assert Event.objects.get(verb="meeting.wrapped_up").by == cast.ben


def test_a_mentor_says_what_they_learned_and_does_not_decide(as_, cast, meeting):
    meetings.tell_outcome(meeting, "held", by=cast.ben)
    said = {"learned": "How they test with drivers"}
    as_(cast.ada).post(address(meeting), about(decision="do", why="I say so") | said)

    learning = Learning.objects.get()
    assert (learning.text, learning.meeting) == ("How they test with drivers", meeting)
    assert Advice.objects.get().decision == ""


def test_what_was_decided_before_is_not_decided_again(as_, cast, meeting):
    advice_actions.decide(Advice.objects.get(), "do", "It is right", by=cast.ben)
    as_(cast.ben).post(address(meeting), about(decision="do", why="It is right", task="Draft it"))

    assert Event.objects.filter(verb="advice.decided").count() == 1
    assert Action.objects.get().owner == cast.ben  # nobody was named
    assert "Draft it" in as_(cast.ada).get(address(meeting)).content.decode()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"decision": "do"}, "Enter your reason"),
        ({"why": "because"}, "Choose whether to do it"),
        ({"due_on": "2027-01-15"}, "Enter what is to be done by that day"),
        ({"owner": "nobody"}, "Choose one of the people who meet"),
        ({"due_on": "soon"}, "Enter a date"),
        ({"task": "x" * 301}, "300 characters or less"),
        ({"why": "x" * 601, "decision": "do"}, "600 characters or less"),
        ({"decision": "perhaps", "why": "because"}, "Choose whether to do it"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(as_, cast, meeting, said, told):
    answer = as_(cast.ben).post(address(meeting), about(**said) | {"advice": "Ask sales first"})
    html = answer.content.decode()

    assert (answer.status_code, told in html, "Ask sales first" in html) == (422, True, True)
    assert (Advice.objects.count(), Action.objects.count()) == (1, 0)


def test_only_a_meeting_that_has_begun_is_wrapped_up(as_, cast, pair, meeting):
    ahead = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    off = meetings.plan_one(pair, now() + dt.timedelta(days=9), by=cast.ben)
    meetings.cancel(off, by=cast.ben)

    assert [as_(cast.ben).post(address(one), {}).status_code for one in (ahead, off)] == [422, 422]


def test_nobody_else_wraps_it_up(as_, cast, meeting):
    assert [as_(one).post(address(meeting), {}).status_code for one in (cast.eve, cast.cleo)] == [404, 404]
    with pytest.raises(Forbidden):
        actions.wrap_up(meeting, by=cast.eve)


def test_from_a_meeting_one_comes_back_to_it(as_, cast, meeting):
    here = {"in": meeting.code}
    said = {"decision": "do", "why": "It is right"}
    decide = reverse("advice.decide", args=[Advice.objects.get().code], query=here)

    assert as_(cast.ben).post(decide, said).headers["Location"] == reverse(
        "meetings.show", args=[meeting.code]
    )
