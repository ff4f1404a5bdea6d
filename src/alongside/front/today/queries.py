"""What needs a person now: in a fixed number of queries, however much there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from alongside.accounts.persons.models import Person
from alongside.growth.confirming.models import Confirmation
from alongside.kit.kept import Kept
from alongside.matching.proposals.models import Proposal
from alongside.matching.requests.models import Request
from alongside.matching.requests.queries import shows_names
from alongside.matching.rounds.models import Round
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements.models import Acceptance, Version
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant

SOON = dt.timedelta(days=7)
AT_MOST = 6
"""Rows in a section: Today is for what is next, the places hold the rest."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that is coming, with whom, and whether this person should still prepare it."""

    meeting: Meeting
    partners: list[Person]
    mine_to_prepare: bool
    items: int

    @property
    def names(self) -> str:
        """With whom."""
        return ", ".join(person.name for person in self.partners)

    @property
    def other_zone(self) -> str:
        """The zone of the first partner, for a second clock."""
        return self.partners[0].timezone if self.partners else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits, and the name of the other side where both may see it."""

    request: Request
    name: str


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the page."""

    coming: list[Coming] = field(default_factory=list)
    to_answer: list[Asked] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    agreements: list[Version] = field(default_factory=list)
    advice: list[Advice] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    to_confirm: list[Confirmation] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    mentorships: int = 0

    @property
    def is_quiet(self) -> bool:
        """Whether nothing at all waits for the person."""
        lists = (self.coming, self.to_answer, self.asked, self.agreements, self.advice, self.actions)
        return not any((*lists, self.to_confirm, self.rounds, self.proposals))


def today_of(person: Person, *, at: dt.datetime, runs: bool = False) -> Today:
    """Gather what needs ``person`` at the moment ``at``: eight queries, and one for who ``runs`` programmes."""
    meetings = list(_meetings(person.pk, at - dt.timedelta(hours=1), at + 2 * SOON))
    people = list(_people(person.pk)) if meetings else []
    requests = list(_requests(person.pk))
    return Today(
        coming=[_coming(meeting, people, person) for meeting in meetings],
        to_answer=[_asked(one, one.mentee) for one in requests if one.mentor_id == person.pk],
        asked=[_asked(one, one.mentor) for one in requests if one.mentee_id == person.pk],
        agreements=list(_agreements(person.pk)),
        advice=list(_advice(person.pk)),
        actions=list(_actions(person.pk, (at + SOON).date())),
        to_confirm=list(_to_confirm(person.pk, at)),
        rounds=list(_rounds(person.pk)) if runs else [],
        proposals=list(_proposals(person.pk)),
        mentorships=len({meeting.mentorship_id for meeting in meetings}),
    )


def _meetings_of(person: int, since: dt.datetime, until: dt.datetime) -> QuerySet[Meeting]:
    coming = Meeting.objects.visible_to(Person(pk=person)).filter(
        state=Meeting.State.PLANNED, starts_at__gte=since, starts_at__lte=until
    )
    items = Count("agenda")
    rows: QuerySet[Meeting] = coming.select_related("mentorship").annotate(items=items)
    return rows.order_by("starts_at")[:AT_MOST]


def _people_of(person: int) -> QuerySet[Participant]:
    """Everybody with whom something is planned."""
    planned = Meeting.objects.planned().values("mentorship")
    people: QuerySet[Participant] = Participant.objects.visible_to(Person(pk=person))
    return people.filter(mentorship__in=planned)


def _coming(meeting: Meeting, people: Iterable[Participant], person: Person) -> Coming:
    here = [one for one in people if one.mentorship_id == meeting.mentorship_id]
    others = [one for one in here if one.person_id != person.pk]
    mine = any(one.side == Participant.Side.MENTOR for one in others)
    items: int = meeting.items  # type: ignore[attr-defined]  # the annotation above
    return Coming(meeting, [one.person for one in others], mine and items == 0, items)


def _requests_of(person: int) -> QuerySet[Request]:
    mine = Q(mentor=person, state=Request.State.SENT) | Q(mentor=person, state=Request.State.CHEMISTRY)
    asked = Q(mentee=person, state=Request.State.CHEMISTRY)
    waiting = Request.objects.visible_to(Person(pk=person)).filter(mine | asked)
    return waiting.select_related("mentee", "mentor").order_by("expires_at")[:AT_MOST]


def _asked(request: Request, other: Person) -> Asked:
    return Asked(request, other.name if shows_names(request) else "")


def _proposals_of(person: int) -> QuerySet[Proposal]:
    """Pairs to which this person has not said yes or no; the page of each tells with whom."""
    mine = Q(mentee=person, mentee_said="") | Q(mentor=person, mentor_said="")
    invited = Proposal.objects.answered_by(Person(pk=person)).filter(mine, state=Proposal.State.INVITED)
    return invited.select_related("round__programme").order_by("expires_at")[:AT_MOST]


def _rounds_of(person: int) -> QuerySet[Round]:
    """Those of their programmes whose next step is theirs: nobody looks at their own proposal a second time."""
    steps = [Round.State.FROZEN, Round.State.PROPOSED, Round.State.REVIEWED]
    waiting = Round.objects.run_by(Person(pk=person)).filter(state__in=steps)
    others = waiting.exclude(state=Round.State.PROPOSED, proposed_by=person)
    return others.select_related("programme").order_by("-frozen_at")[:AT_MOST]


def _agreements_of(person: int) -> QuerySet[Version]:
    newest = Version.objects.filter(mentorship=OuterRef("mentorship")).order_by("-number").values("pk")[:1]
    mine = Acceptance.objects.filter(version=OuterRef("pk"), person=person)
    active = Mentorship.objects.visible_to(Person(pk=person)).filter(state=Mentorship.State.ACTIVE)
    waiting = Version.objects.filter(Q(pk=Subquery(newest)) & ~Exists(mine), mentorship__in=active)
    return waiting.select_related("mentorship").order_by("created_at")[:AT_MOST]


def _advice_of(person: int) -> QuerySet[Advice]:
    mine = Participant.objects.filter(person=person, side=Participant.Side.MENTEE).values("mentorship")
    undecided = Advice.objects.filter(mentorship__in=mine, mentorship__state=Mentorship.State.ACTIVE)
    return (
        undecided.filter(Q(decision="") | Q(result_at=None, decision__in=["do", "adapt"]))
        .select_related("mentorship", "mentor")
        .order_by("created_at")[:AT_MOST]
    )


def _actions_of(person: int, until: dt.date) -> QuerySet[Action]:
    due = Action.objects.filter(owner=person, done_at=None, mentorship__state=Mentorship.State.ACTIVE)
    soon = due.filter(Q(due_on__lte=until) | Q(due_on=None))
    return soon.select_related("mentorship").order_by(F("due_on").asc(nulls_last=True))[:AT_MOST]


def _to_confirm_of(person: int, at: dt.datetime) -> QuerySet[Confirmation]:
    """What those whom this person mentors now ask them to confirm."""
    mine = Participant.objects.filter(person=person, side=Participant.Side.MENTOR).values("mentorship")
    here = Mentorship.objects.filter(pk__in=mine).running().exclude(state=Mentorship.State.FROZEN)
    mentees = Participant.objects.filter(mentorship__in=here.values("pk"), side=Participant.Side.MENTEE)
    asked: QuerySet[Confirmation] = Confirmation.objects.for_list().filter(
        mentor=person, answer=Confirmation.Answer.ASKED, withdrawn_at=None, expires_at__gt=at
    )
    return asked.filter(evidence__person__in=mentees.values("person")).order_by("expires_at")[:AT_MOST]


_meetings, _people, _requests = Kept(_meetings_of), Kept(_people_of), Kept(_requests_of)
_agreements, _advice, _actions = Kept(_agreements_of), Kept(_advice_of), Kept(_actions_of)
_to_confirm, _rounds = Kept(_to_confirm_of), Kept(_rounds_of)
_proposals = Kept(_proposals_of)
