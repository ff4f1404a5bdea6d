"""Reading what the workspace and the list show, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements.models import Acceptance, Version
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant

RowT = TypeVar("RowT", Advice, Action, Event)
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
    recent: list[Event] = field(default_factory=list)

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
        agreed=_agreed(people),
        meeting=meeting,
        agenda=list(meeting.agenda.all()) if meeting else [],
        goals=list(_goals(mentorship)),
        advice=_named(_advice(mentorship), "mentor", known),
        actions=_named(_actions(mentorship), "owner", known),
        recent=_named(_recent(mentorship), "by", known),
    )


def cards(person: Person, *, at: dt.datetime) -> list[Card]:
    """The person's mentorships, those that run first: three queries."""
    rows = list(Mentorship.objects.visible_to(person).for_list())
    coming = _coming(Meeting.objects.filter(mentorship__in=rows), at).order_by("mentorship", "starts_at")
    meetings = {meeting.mentorship_id: meeting for meeting in coming.distinct("mentorship")}
    return [_card(mentorship, person, meetings.get(mentorship.pk)) for mentorship in rows]


def _card(mentorship: Mentorship, person: Person, meeting: Meeting | None) -> Card:
    people = list(mentorship.participants.all())
    others = [one.person for one in people if one.person_id != person.pk]
    side = next(one.get_side_display() for one in people if one.person_id == person.pk)
    return Card(mentorship, others, side, meeting)


def _participants(person: Person, code: str) -> QuerySet[Participant]:
    """The people with their mentorship, and who accepted which version of its agreement."""
    versions = Version.objects.filter(mentorship=OuterRef("mentorship")).order_by("-number")
    accepted = Acceptance.objects.filter(version__mentorship=OuterRef("mentorship"))
    theirs = Mentorship.objects.visible_to(person).filter(code=code)
    return (
        Participant.objects.filter(mentorship__in=theirs)
        .select_related("mentorship")
        .annotate(
            version_number=Subquery(versions.values("number")[:1]),
            accepted=ArraySubquery(
                accepted.values(who=JSONObject(number="version__number", person="person"))
            ),
        )
    )


def _agreed(people: list[Participant]) -> Agreed:
    first = people[0]
    newest: int | None = first.version_number  # type: ignore[attr-defined]  # the annotation above
    yes: dict[int, set[int]] = defaultdict(set)
    for one in first.accepted:  # type: ignore[attr-defined]  # the annotation above
        yes[one["number"]].add(one["person"])
    everybody = {one.person_id for one in people}
    waiting_for = [one.person for one in people if one.person_id not in yes[newest or 0]]
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
    undecided = Q(decision=Advice.Decision.OPEN)
    no_result = Q(result_at=None, decision__in=[Advice.Decision.DO, Advice.Decision.ADAPT])
    return mentorship.advice.filter(undecided | no_result).order_by("created_at")[:ROWS]


def _actions(mentorship: Mentorship) -> QuerySet[Action]:
    rows = mentorship.actions.filter(done_at=None)
    return rows.order_by(F("due_on").asc(nulls_last=True), "created_at")[:ROWS]


def _recent(mentorship: Mentorship) -> QuerySet[Event]:
    """What happened last: to the mentorship itself, its agreement, its goals and its meetings."""
    itself = Q(about_kind="mentoring.mentorship", about_code=mentorship.code)
    parts = Q(pk=None)
    for kind, model in (("version", Version), ("goal", Goal), ("meeting", Meeting)):
        codes = model._default_manager.filter(mentorship=mentorship).values("code")
        parts |= Q(about_kind=f"mentoring.{kind}", about_code__in=codes)
    return Event.objects.filter(itself | parts).order_by("-created_at", "-pk")[:ROWS]


def _named(rows: QuerySet[RowT], whose: str, known: dict[int, Person]) -> list[RowT]:
    """The rows, each with its person, who is loaded already: a join would read every column again."""
    named = list(rows)
    for row in named:
        person = known.get(getattr(row, f"{whose}_id"))
        if person is not None:
            setattr(row, whose, person)
    return named
