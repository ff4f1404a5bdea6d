"""What time and leaving do to proposals: a reminder, the end of the days to answer, a place that is free."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.matching.rounds.models import Round
from alongside.people.offers.actions import give_place_back
from alongside.programmes.participations import actions as participations
from alongside.programmes.participations.models import Participation, Side

from .line import take_out_of_line
from .models import Proposal, ProposalQuerySet

State = Proposal.State
Answer = Proposal.Answer
REMIND_BEFORE = dt.timedelta(days=2)


@transaction.atomic
def lapse_due(at: dt.datetime) -> int:
    """End what was not answered in time. Who said nothing takes part no longer, and can join again."""
    due = list(_open().filter(expires_at__lte=at))
    for proposal in due:
        _give_up(proposal, State.LAPSED, at)
        record("proposal.lapsed", by=None, about=proposal)
        for side, person, said in _both(proposal):
            if not said:
                _take_out(proposal.round, person, side)
    return len(due)


@transaction.atomic
def remind_due(at: dt.datetime) -> int:
    """Remind once, two days before the end, whoever has said nothing."""
    soon = _open().filter(reminded_at=None, expires_at__lte=at + REMIND_BEFORE, expires_at__gt=at)
    due = list(soon.filter(created_at__lte=at - dt.timedelta(days=1)))
    for proposal in due:
        proposal.reminded_at = at
        proposal.save(update_fields=["reminded_at"])
        record("proposal.reminded", by=None, about=proposal)
    return len(due)


@transaction.atomic
def withdraw_with(part: Participation, at: dt.datetime) -> int:
    """Somebody takes part no longer: nobody waits for their answer, and they wait for nothing."""
    side = {f"{part.side}": part.person_id}
    theirs = list(_open().filter(round__programme=part.programme_id, **side))
    for proposal in theirs:
        _give_up(proposal, State.WITHDRAWN, at)
        record("proposal.withdrawn", by=None, about=proposal)
    if part.side == Side.MENTEE:
        for round in Round.objects.filter(programme=part.programme_id):
            take_out_of_line(round, [part.person_id], at)
    return len(theirs)


def _open() -> ProposalQuerySet:
    rows = Proposal.objects.filter(state=State.INVITED).select_for_update(of=("self",))
    return rows.select_related("mentee", "mentor", "round")


def _give_up(proposal: Proposal, state: State, at: dt.datetime) -> None:
    if proposal.mentor_said == Answer.YES:
        give_place_back(proposal.mentor, by=None)
    proposal.state, proposal.ended_at = state, at
    proposal.save(update_fields=["state", "ended_at"])


def _both(proposal: Proposal) -> list[tuple[Side, Person, str]]:
    return [
        (Side.MENTEE, proposal.mentee, proposal.mentee_said),
        (Side.MENTOR, proposal.mentor, proposal.mentor_said),
    ]


def _take_out(round: Round, person: Person, side: Side) -> None:
    here = Q(programme=round.programme_id, person=person, side=side, left_at=None)
    for part in Participation.objects.filter(here):
        participations.leave(part, by=None)


@app.periodic(cron="*/10 * * * *")
@app.task(name="proposals.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every ten minutes: remind, then end what nobody answered."""
    remind_due(now())
    lapse_due(now())
