"""What a person takes along: the meetings of the coming days with their agenda, and what they began to write."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Prefetch

from alongside.accounts.persons.models import Person
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships.queries import names, others
from alongside.mentoring.messages.models import Draft

AHEAD = dt.timedelta(days=7)
UNDER_WAY = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting, with whom it is, and what is on its agenda."""

    meeting: Meeting
    other_names: str
    items: list[AgendaItem]


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft, and for whom."""

    text: str
    other_names: str


def coming(person: Person, at: dt.datetime) -> list[Coming]:
    """The meetings of the next seven days: three queries."""
    items = Prefetch("agenda", AgendaItem.objects.select_related("meeting__mentorship").order_by("pk"))
    near = Meeting.objects.visible_to(person).planned().with_people().prefetch_related(items)
    rows = near.filter(starts_at__gt=at - UNDER_WAY, starts_at__lt=at + AHEAD).order_by("starts_at")
    return [Coming(one, names(others(one.mentorship, person)), list(one.agenda.all())) for one in rows]


def begun(person: Person) -> list[Begun]:
    """The person's drafts of messages: two queries."""
    drafts = Draft.objects.visible_to(person).select_related("person", "mentorship")
    rows = drafts.prefetch_related("mentorship__participants").order_by("pk")
    return [Begun(one.text, names(others(one.mentorship, person))) for one in rows]
