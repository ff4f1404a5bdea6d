"""What is open on a shared worksheet is a topic of the next meeting: once, linked, and marked when it is resolved."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.kit.clock import now
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer
from alongside.practice.comments import actions
from alongside.practice.comments.joining import join_next
from alongside.practice.comments.models import OnAgenda
from alongside.practice.worksheets import actions as worksheets

DAY = dt.timedelta(days=1)


def comment(sheet, by, text="Is this really one?", **place):
    return actions.make(sheet, text, by=by, **({"row": "r2", "column": "category"} | place))


def plan(cast, sheet, days=3):
    return meetings.plan_one(sheet.mentorship, now() + days * DAY, by=cast.ada)


@pytest.fixture
def topics(tell_everyone):
    """The agenda of a meeting, once everybody has heard what happened."""

    def read(meeting):
        tell_everyone()
        return [(one.topic, one.question, one.by) for one in AgendaItem.objects.filter(meeting=meeting)]

    return read


@pytest.fixture
def meeting(topics, cast, sheet):
    return plan(cast, sheet)


def test_a_comment_becomes_a_topic_that_leads_back_and_says_when_it_is_resolved(
    as_, topics, cast, meeting, sheet
):
    told = comment(sheet, cast.ada)
    comment(sheet, cast.ben, "I ask the same")
    topics(meeting)
    join_next(sheet.mentorship)

    assert topics(meeting) == [(f"{sheet.title} · Sign for a delivery", "Is this really one?", cast.ada)]
    page = as_(cast.ben).get(reverse("meetings.show", args=[meeting.code])).text
    assert (reverse("comments.index", args=[sheet.code]) in page, "Resolved" in page) == (True, False)
    actions.resolve(told, by=cast.ben)
    assert "Resolved" in as_(cast.ada).get(reverse("meetings.show", args=[meeting.code])).text


def test_another_place_is_another_topic_and_answers_are_none(topics, cast, meeting, sheet):
    actions.answer(comment(sheet, cast.ada), "Yes", by=cast.ben)
    comment(sheet, cast.ada, "All of it", row="", column="")

    assert [question for _topic, question, _by in topics(meeting)] == ["Is this really one?", "All of it"]


def test_a_private_sheet_and_what_was_said_in_another_pair_stay_away(topics, cast, sheet):
    comment(sheet, cast.ada)
    first = sheet.mentorship
    worksheets.unshare(sheet, by=cast.ben)
    comment(sheet, cast.ben, "To myself", row="r1")
    assert topics(meetings.plan_one(first, now() + DAY, by=cast.ada)) == []

    Offer.objects.create(person=cast.cleo, capacity=1, taken=1)
    other = mentorships.begin(cast.cleo, cast.ben, by=cast.cleo, purpose="Another view")
    worksheets.share(sheet, other, by=cast.ben)
    assert [
        said for _topic, said, _by in topics(meetings.plan_one(other, now() + 2 * DAY, by=cast.cleo))
    ] == ["To myself"]


def test_a_series_takes_them_along_too_and_a_frozen_pair_rests(topics, cast, sheet):
    comment(sheet, cast.ada)
    day = (now() + 3 * DAY).date()
    often = {"every_days": 14, "starts_on": day, "at": dt.time(10), "zone": "Europe/Berlin", "minutes": 45}
    meetings.plan_series(sheet.mentorship, by=cast.ada, until=day + 30 * DAY, **often)
    assert len(topics(Meeting.objects.earliest("starts_at"))) == 1
    AgendaItem.objects.all().delete()
    type(sheet.mentorship).objects.update(state="frozen")
    OnAgenda.objects.all().delete()
    join_next(sheet.mentorship)
    assert AgendaItem.objects.count() == 0


def test_what_a_meeting_did_not_get_to_goes_on_to_the_next(topics, cast, meeting, sheet):
    told = comment(sheet, cast.ada)
    topics(meeting)
    later = plan(cast, sheet, 10)
    assert (len(topics(meeting)), topics(later)) == (1, [])
    meetings.cancel(meeting, by=cast.ada)

    assert len(topics(later)) == 1
    actions.resolve(told, by=cast.ben)
    meetings.cancel(later, by=cast.ada)
    assert topics(plan(cast, sheet, 20)) == []


def test_what_was_taken_away_stays_away_and_a_full_agenda_takes_no_more(topics, cast, meeting, sheet):
    comment(sheet, cast.ada)
    assert len(topics(meeting)) == 1
    agenda.remove(AgendaItem.objects.get(meeting=meeting), by=cast.ada)
    for number in range(8):
        agenda.add(meeting, by=cast.ben, topic=f"Topic {number}", question="What?")
    comment(sheet, cast.ben, "And this?", row="r1")

    assert len(topics(meeting)) == 8
    assert {by for _topic, _question, by in topics(meeting)} == {cast.ben}
    meetings.cancel(meeting, by=cast.ada)
    assert [question for _topic, question, _by in topics(plan(cast, sheet))] == ["And this?"]
