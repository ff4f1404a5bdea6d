"""The agenda: topics with one specific question each, in an order that needs no dragging."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.mentoring.agenda import actions
from alongside.mentoring.meetings.actions import cancel, plan_one
from alongside.mentoring.meetings.models import AgendaItem

SAID = {
    "topic": "The overfull release",
    "question": "Which of these would you cut first?",
    "help": "review",
    "minutes": "20",
}


@pytest.fixture
def meeting(cast, pair):
    return plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


@pytest.fixture
def item(cast, meeting):
    return actions.add(meeting, by=cast.ben, topic="The release", question="Which one first?")


def address(verb: str, thing) -> str:
    return reverse(f"agenda.{verb}", args=[thing.code])


def test_a_topic_is_added_and_the_meeting_counts_as_prepared(as_, cast, meeting):
    before = as_(cast.ben).get(reverse("meetings.show", args=[meeting.code])).content.decode()
    as_(cast.ben).post(address("add", meeting), SAID)
    after = as_(cast.ben).get(reverse("meetings.show", args=[meeting.code])).content.decode()

    assert ("It is not prepared yet" in before, "It is not prepared yet" in after) == (True, False)
    assert (AgendaItem.objects.get().topic, Event.objects.filter(verb="agenda.added").count()) == (
        SAID["topic"],
        1,
    )


def test_the_mentor_is_not_told_that_it_is_unprepared(as_, cast, meeting):
    html = as_(cast.ada).get(reverse("meetings.show", args=[meeting.code])).content.decode()

    assert "It is not prepared yet" not in html


def test_a_topic_without_a_question_keeps_what_was_typed(as_, cast, meeting):
    answer = as_(cast.ben).post(address("add", meeting), {**SAID, "question": ""})
    html = answer.content.decode()

    assert (answer.status_code, "Enter one specific question" in html, SAID["topic"] in html) == (
        422,
        True,
        True,
    )


def test_topics_move_up_by_a_press(as_, cast, meeting, item):
    second = actions.add(meeting, by=cast.ben, topic="Second", question="And then?")
    as_(cast.ada).post(address("up", second))
    as_(cast.ada).post(address("up", second))

    assert [one.topic for one in meeting.agenda.all()] == ["Second", "The release"]


def test_only_who_wrote_a_topic_changes_or_takes_it_away(as_, cast, item):
    refused = [as_(cast.ada).post(address(verb, item), SAID).status_code for verb in ("change", "remove")]
    hidden = [
        as_(cast.eve).post(address(verb, item), SAID).status_code for verb in ("change", "remove", "up")
    ]
    as_(cast.ben).post(address("change", item), SAID)
    changed = AgendaItem.objects.get().topic
    as_(cast.ben).post(address("remove", item))

    assert (refused, hidden, changed, AgendaItem.objects.count()) == ([403, 403], [404] * 3, SAID["topic"], 0)


def test_eight_topics_are_enough(as_, cast, meeting):
    for number in range(8):
        actions.add(meeting, by=cast.ben, topic=f"Topic {number}", question="Why?")

    assert as_(cast.ben).post(address("add", meeting), SAID).status_code == 422


def test_the_agenda_of_a_cancelled_meeting_stays(as_, cast, meeting, item):
    cancel(meeting, by=cast.ben)

    assert as_(cast.ben).post(address("add", meeting), SAID).status_code == 422
