"""Reading what the workspace and the list show, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeVar

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.kept import Kept
from alongside.kit.nested import belonging
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
    has_met: bool = True
    """Whether a meeting was held; before that the page leads to the guide of the first one."""

    @property
    def unprepared(self) -> list[Person]:
        """Who has still to prepare the next meeting: the mentees, as long as there is no topic."""
        return [] if self.meeting is None or self.agenda else self.mentees


@dataclass(frozen=True, slots=True)
class Card:
    """A mentorship in the list."""

    mentorship: Mentorship
    others: list[Person]
    side: str
    meeting: Meeting | None


def workspace(person: Person, code: str, *, at: dt.datetime) -> Workspace | None:
    """The workspace that ``person`` opens, or None if it is not theirs: seven queries."""
    people = list(_participants(person.pk, code))
    if not people:
        return None
    mentorship = people[0].mentorship
    known = {one.person_id: one.person for one in people}
    meeting = next(iter(belonging(_next(mentorship.pk, at - UNDER_WAY), mentorship=mentorship)), None)
    return Workspace(
        mentorship,
        mentors=[one.person for one in people if one.side == Participant.Side.MENTOR],
        mentees=[one.person for one in people if one.side == Participant.Side.MENTEE],
        agreed=_agreed(mentorship, people),
        has_met=people[0].has_met,  # type: ignore[attr-defined]  # annotated by the query
        meeting=meeting,
        agenda=belonging(_agenda(meeting.pk), meeting=meeting) if meeting else [],
        goals=belonging(_goals(mentorship.pk), mentorship=mentorship),
        advice=_named(belonging(_advice(mentorship.pk), mentorship=mentorship), "mentor", known),
        actions=_named(belonging(_actions(mentorship.pk), mentorship=mentorship), "owner", known),
    )


def cards(person: Person, *, at: dt.datetime) -> list[Card]:
    """The person's mentorships, those that run first: two queries."""
    meetings = {meeting.mentorship_id: meeting for meeting in _coming(person.pk, at - UNDER_WAY)}
    each = groupby(_all_participants(person.pk), key=lambda one: one.mentorship_id)
    return [_card(list(people), person, meetings.get(number)) for number, people in each]


def recent(mentorship: Mentorship) -> list[Event]:
    """What happened last: to the mentorship itself, and to everything that belongs to it."""
    itself = Q(about_kind="mentoring.mentorship", about_code=mentorship.code)
    for model in PARTS:
        codes = model._default_manager.filter(mentorship=mentorship).values("code")
        itself |= Q(about_kind=model._meta.label_lower, about_code__in=codes)
    rows = Event.objects.filter(itself, by__isnull=False, verb__in=WORDS)
    return list(rows.select_related("by").order_by("-created_at", "-pk")[:ROWS])


def _card(people: list[Participant], person: Person, meeting: Meeting | None) -> Card:
    others = [one.person for one in people if one.person_id != person.pk]
    side = next(one.get_side_display() for one in people if one.person_id == person.pk)
    return Card(people[0].mentorship, others, side, meeting)


def _participants_of(person: int, code: str) -> QuerySet[Participant]:
    people = Participant.objects.visible_to(Person(pk=person)).filter(mentorship__code=code)
    met = Meeting.objects.filter(mentorship=OuterRef("mentorship"), state=Meeting.State.HELD)
    people = people.annotate(has_met=Exists(met))
    return people.select_related("mentorship")  # type: ignore[no-any-return]  # the manager is built by Django


def _all_participants_of(person: int) -> QuerySet[Participant]:
    people = Participant.objects.visible_to(Person(pk=person)).select_related("mentorship")
    ended = F("mentorship__ended_at").desc(nulls_first=True)
    return people.order_by(ended, "-mentorship__created_at", "mentorship_id", "pk")  # type: ignore[no-any-return]  # as above


def _agreed(mentorship: Mentorship, people: list[Participant]) -> Agreed:
    """Who accepted which version, without opening any."""
    yes: dict[int, set[int]] = {}
    for number, person in _versions(mentorship.pk):
        yes.setdefault(number, set()).add(person)
    newest = next(iter(yes), None)
    everybody = {one.person_id for one in people}
    waiting_for = [one.person for one in people if newest and one.person_id not in yes[newest]]
    return Agreed(newest, waiting_for, was_in_force=any(everybody <= some for some in yes.values()))


def _versions_of(mentorship: int) -> QuerySet[Version, Any]:  # Any: plain numbers
    rows = Version.objects.filter(mentorship=mentorship).order_by("-number")
    numbers: QuerySet[Version, Any] = rows.values_list("number", "acceptances__person")
    return numbers


def _planned(since: dt.datetime) -> QuerySet[Meeting]:
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, starts_at__gte=since)
    return planned.order_by("mentorship", "starts_at").distinct("mentorship")


def _goals_of(mentorship: int) -> QuerySet[Goal]:
    """The goals of the newest quarter first, each with the level that was told last."""
    told = Progress.objects.filter(goal=OuterRef("pk"), level__isnull=False).order_by("-created_at", "-pk")
    rows = Goal.objects.filter(mentorship=mentorship)
    return rows.annotate(told=Subquery(told.values("level")[:1])).order_by("-quarter", "place")[:ROWS]


def _advice_of(mentorship: int) -> QuerySet[Advice]:
    return Advice.objects.filter(mentorship=mentorship).open().order_by("created_at")[:ROWS]


def _actions_of(mentorship: int) -> QuerySet[Action]:
    rows = Action.objects.filter(mentorship=mentorship, done_at=None)
    return rows.order_by(F("due_on").asc(nulls_last=True), "created_at")[:ROWS]


_participants, _all_participants = Kept(_participants_of), Kept(_all_participants_of)
_versions, _goals, _advice, _actions = (
    Kept(_versions_of),
    Kept(_goals_of),
    Kept(_advice_of),
    Kept(_actions_of),
)
_next = Kept(lambda mentorship, since: _planned(since).filter(mentorship=mentorship))
_coming = Kept(
    lambda person, since: _planned(since).filter(
        mentorship__in=Mentorship.objects.visible_to(Person(pk=person))
    )
)
_agenda = Kept(lambda meeting: AgendaItem.objects.filter(meeting=meeting))


def _named(rows: list[RowT], whose: str, known: dict[int, Person]) -> list[RowT]:
    """The rows, each with its person, who is loaded already: a join would read every column again."""
    for row in rows:
        person = known.get(getattr(row, f"{whose}_id"))
        if person is not None:
            setattr(row, whose, person)
    return rows
