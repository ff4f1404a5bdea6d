"""Reading a mentor's desk in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from alongside.accounts.persons.models import Person
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.queries import mentees
from alongside.people.offers.models import Offer

UNDER_WAY = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Place:
    """One mentorship on the desk."""

    mentorship: Mentorship
    mentees: list[Person]
    meeting: Meeting | None
    topics: list[AgendaItem] = field(default_factory=list)
    """What they bring to the next meeting: what they are stuck on."""
    tried: list[Advice] = field(default_factory=list)
    """Advice with a result, the newest first."""
    waiting: int = 0
    """Pieces of advice without a decision or a result."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Every place, and how many are free."""

    places: list[Place]
    offer: Offer | None


def desk_of(mentor: Person, at: dt.datetime) -> Desk:
    """Everything on the desk of ``mentor`` at the moment ``at``: seven queries."""
    mine = Participant.objects.filter(person=mentor, side=Participant.Side.MENTOR).values("mentorship")
    mentorships = list(Mentorship.objects.filter(pk__in=mine).running().with_people().order_by("created_at"))
    meetings = _next_meetings(mentorships, at)
    topics = _topics(meetings, mentorships)
    advice = _advice(mentorships)
    waiting = Counter(one.mentorship_id for one in advice if not one.result_at and one.decision != "not_do")
    places = [
        Place(
            one, mentees(one), meetings.get(one.pk), topics.get(one.pk, []),
            [row for row in advice if row.mentorship_id == one.pk and row.result_at][:2], waiting[one.pk],
        )
        for one in mentorships
    ]  # fmt: skip
    return Desk(places, Offer.objects.filter(person=mentor).first())


def _next_meetings(mentorships: list[Mentorship], at: dt.datetime) -> dict[int, Meeting]:
    rows = Meeting.objects.planned().filter(mentorship__in=mentorships, starts_at__gte=at - UNDER_WAY)
    return {one.mentorship_id: one for one in rows.order_by("mentorship", "starts_at").distinct("mentorship")}


def _topics(meetings: dict[int, Meeting], mentorships: list[Mentorship]) -> dict[int, list[AgendaItem]]:
    known = {one.pk: one for one in mentorships}
    coming = {meeting.pk: meeting for meeting in meetings.values()}
    found: dict[int, list[AgendaItem]] = {}
    for item in AgendaItem.objects.filter(meeting__in=coming):
        item.meeting = coming[item.meeting_id]
        item.meeting.mentorship = known[item.meeting.mentorship_id]
        found.setdefault(item.meeting.mentorship_id, []).append(item)
    return found


def _advice(mentorships: list[Mentorship]) -> list[Advice]:
    known = {one.pk: one for one in mentorships}
    rows = list(Advice.objects.filter(mentorship__in=mentorships).order_by("-result_at", "-created_at"))
    for row in rows:
        row.mentorship = known[row.mentorship_id]
    return rows
