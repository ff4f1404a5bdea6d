"""Reading what the workspace and the list show, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import F, Model, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements.models import Version
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.meetings.models import AgendaItem, Meeting, Series
from alongside.mentoring.mentorships.models import Mentorship, Participant

from .words import WORDS

RowT = TypeVar("RowT", Advice, Action)
PARTS: tuple[type[Model], ...] = (Version, Goal, Meeting, Series, Advice, Action)
UNDER_WAY = dt.timedelta(hours=1)
"""A meeting is still the next one for so long after its start."""
ROWS = 6
"""The most that a panel lists; the pages of the nouns list everything."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Where the agreement stands, without opening it."""

    number: int | None
    waiting_for: list[Person]
    was_in_force: bool
    """Whether everybody has accepted some version."""

    @property
    def is_in_force(self) -> bool:
        """Whether everybody has accepted the newest version."""
        return self.number is not None and not self.waiting_for


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything on the page."""

    mentorship: Mentorship
    mentors: list[Person]
    mentees: list[Person]
    agreed: Agreed
    meeting: Meeting | None
    agenda: list[AgendaItem] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    advice: list[Advice] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)

    @property
    def own_topics(self) -> list[AgendaItem]:
        """The topics that somebody wrote; open advice comes along by itself and prepares nobody."""
        return [item for item in self.agenda if item.advice_id is None]

    @property
    def unprepared(self) -> list[Person]:
        """Who has still to prepare the next meeting: the mentees, as long as there is no topic."""
        return [] if self.meeting is None or self.own_topics else self.mentees


@dataclass(frozen=True, slots=True)
class Card:
    """A mentorship in the list."""

    mentorship: Mentorship
    others: list[Person]
    side: str
    meeting: Meeting | None


def workspace(person: Person, code: str, *, at: dt.datetime) -> Workspace | None:
    """The workspace that ``person`` opens, or None if it is not theirs: seven queries."""
    people = list(_participants(person, code))
    if not people:
        return None
    mentorship = people[0].mentorship
    known = {one.person_id: one.person for one in people}
    meeting = _coming(mentorship.meetings.all(), at).first()
    return Workspace(
        mentorship,
        mentors=[one.person for one in people if one.side == Participant.Side.MENTOR],
        mentees=[one.person for one in people if one.side == Participant.Side.MENTEE],
        agreed=_agreed(mentorship, people),
        meeting=meeting,
        agenda=list(meeting.agenda.all()) if meeting else [],
        goals=list(_goals(mentorship)),
        advice=_named(_advice(mentorship), "mentor", known),
        actions=_named(_actions(mentorship), "owner", known),
    )


def cards(person: Person, *, at: dt.datetime) -> list[Card]:
    """The person's mentorships, those that run first: three queries."""
    rows = list(Mentorship.objects.visible_to(person).for_list())
    coming = _coming(Meeting.objects.filter(mentorship__in=rows), at).order_by("mentorship", "starts_at")
    meetings = {meeting.mentorship_id: meeting for meeting in coming.distinct("mentorship")}
    return [_card(mentorship, person, meetings.get(mentorship.pk)) for mentorship in rows]


def recent(mentorship: Mentorship) -> list[Event]:
    """What happened last: to the mentorship itself, and to everything that belongs to it."""
    itself = Q(about_kind="mentoring.mentorship", about_code=mentorship.code)
    for model in PARTS:
        codes = model._default_manager.filter(mentorship=mentorship).values("code")
        itself |= Q(about_kind=model._meta.label_lower, about_code__in=codes)
    rows = Event.objects.filter(itself, by__isnull=False, verb__in=WORDS)
    return list(rows.select_related("by").order_by("-created_at", "-pk")[:ROWS])


def _card(mentorship: Mentorship, person: Person, meeting: Meeting | None) -> Card:
    people = list(mentorship.participants.all())
    others = [one.person for one in people if one.person_id != person.pk]
    side = next(one.get_side_display() for one in people if one.person_id == person.pk)
    return Card(mentorship, others, side, meeting)


def _participants(person: Person, code: str) -> QuerySet[Participant]:
    people = Participant.objects.visible_to(person).filter(mentorship__code=code)
    return people.select_related("mentorship")  # type: ignore[no-any-return]  # the manager is built by Django


def _agreed(mentorship: Mentorship, people: list[Participant]) -> Agreed:
    """Who accepted which version, without opening any."""
    rows = mentorship.versions.order_by("-number").values_list("number", "acceptances__person")
    yes: dict[int, set[int]] = {}
    for number, person in rows:
        yes.setdefault(number, set()).add(person)
    newest = next(iter(yes), None)
    everybody = {one.person_id for one in people}
    waiting_for = [one.person for one in people if newest and one.person_id not in yes[newest]]
    return Agreed(newest, waiting_for, was_in_force=any(everybody <= some for some in yes.values()))


def _coming(meetings: QuerySet[Meeting], at: dt.datetime) -> QuerySet[Meeting]:
    planned = meetings.filter(state=Meeting.State.PLANNED, starts_at__gte=at - UNDER_WAY)
    return planned.order_by("starts_at")


def _goals(mentorship: Mentorship) -> QuerySet[Goal]:
    """The goals of the newest quarter first, each with the level that was told last."""
    told = Progress.objects.filter(goal=OuterRef("pk"), level__isnull=False).order_by("-created_at", "-pk")
    rows = mentorship.goals.all()
    return rows.annotate(told=Subquery(told.values("level")[:1])).order_by("-quarter", "place")[:ROWS]


def _advice(mentorship: Mentorship) -> QuerySet[Advice]:
    return mentorship.advice.open().order_by("created_at")[:ROWS]


def _actions(mentorship: Mentorship) -> QuerySet[Action]:
    rows = mentorship.actions.filter(done_at=None)
    return rows.order_by(F("due_on").asc(nulls_last=True), "created_at")[:ROWS]


def _named(rows: QuerySet[RowT], whose: str, known: dict[int, Person]) -> list[RowT]:
    """The rows, each with its person, who is loaded already: a join would read every column again."""
    named = list(rows)
    for row in named:
        person = known.get(getattr(row, f"{whose}_id"))
        if person is not None:
            setattr(row, whose, person)
    return named
