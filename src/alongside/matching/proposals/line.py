"""The line of those who wait for a mentor, and what happens when a place is free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Min, Q

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.matching.requests.queries import neutral_name
from alongside.matching.rounds.gathering import snapshot_of
from alongside.matching.rounds.models import Decision, Round
from alongside.matching.rounds.ready import Sides, sides_of
from alongside.people.profiles.models import Profile
from alongside.programmes.participations.models import Side

from .deciding import answer, keep, question_of
from .models import Proposal, Waiting

State = Proposal.State


def take_out_of_line(round: Round, people: Iterable[int], at: dt.datetime) -> None:
    """These mentees wait no longer."""
    Waiting.objects.current().filter(round=round, person__in=list(people)).update(ended_at=at)


def place_of(waiting: Waiting) -> int:
    """The place in the line, counted from one."""
    line = Waiting.objects.current().filter(round=waiting.round_id)
    ahead = Q(created_at__lt=waiting.created_at) | Q(created_at=waiting.created_at, pk__lt=waiting.pk)
    return line.filter(ahead).count() + 1


def name_for(proposal: Proposal, reader: Person) -> str:
    """What the reader may call the other side: before both have accepted, nobody is named who wants not to be."""
    other = proposal.mentor if reader.pk == proposal.mentee_id else proposal.mentee
    profile: Profile | None = getattr(other, "profile", None)
    light = profile is not None and profile.identity_light and proposal.state != State.ACCEPTED
    return neutral_name(other) if light else other.name


@transaction.atomic
def fill(round: Round) -> list[Proposal]:
    """Give free places to the next best of those who wait; nobody who was invited or accepted is touched.

    Only people without a pair and places without a person take part, so that no pair that stands can be
    broken. Who was in the line before has their old place in it; late joiners come to its end. Does nothing
    unless invitations are out.
    """
    round = Round.objects.select_for_update(of=("self",)).select_related("programme").get(pk=round.pk)
    if round.state != Round.State.INVITING:
        return []
    sides = sides_of(round)
    _line_up(round, sides)
    line = set(Waiting.objects.current().filter(round=round).values_list("person", flat=True))
    mentees = [one for one in sides.ready(Side.MENTEE) if one.person.pk in line]
    mentors = sides.ready(Side.MENTOR)
    if not mentees or not mentors:
        return []
    question = question_of(round, snapshot_of(round, mentees, mentors), Decision.Kind.LATE)
    decided = answer(question)
    if not decided.pairs:
        question.snapshot.delete()
        return []
    decision = keep(round, question, decided, None)
    record("round.filled", by=None, about=round, decision=decision.code, pairs=len(decided.pairs))
    return invite(round, decision.proposals.all())


def _line_up(round: Round, sides: Sides) -> None:
    """Whoever is ready and waits for nobody's answer stands in the line, newcomers at its end."""
    ready = {one.person.pk for one in sides.ready(Side.MENTEE)}
    waiting = set(Waiting.objects.current().filter(round=round).values_list("person", flat=True))
    since = dict(Waiting.objects.filter(round=round).values_list("person").annotate(Min("created_at")))
    at = now()
    rows = [Waiting(round=round, person_id=pk, created_at=since.get(pk, at)) for pk in ready - waiting]
    Waiting.objects.bulk_create(rows)
    take_out_of_line(round, waiting - ready, at)


def invite(round: Round, drafts: Iterable[Proposal]) -> list[Proposal]:
    """Ask both sides of these drafts, with the days that the round gives them."""
    at = now()
    expires = at + dt.timedelta(days=round.answer_days)
    invited = list(drafts)
    for proposal in invited:
        proposal.state, proposal.expires_at = State.INVITED, expires
    Proposal.objects.bulk_update(invited, ["state", "expires_at"], batch_size=1000)
    take_out_of_line(round, [one.mentee_id for one in invited], at)
    for proposal in invited:
        record("proposal.invited", by=None, about=proposal)
    return invited
