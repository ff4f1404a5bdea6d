"""Answer a proposal. Two yeses begin a mentorship; the last place of a mentor is never given twice."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.matching.briefs.models import Brief
from alongside.matching.briefs.queries import current
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.actions import give_place_back, take_place
from alongside.people.offers.models import Format
from alongside.programmes.participations import actions as participations
from alongside.programmes.participations.models import Participation, Side

from . import rules
from .models import Proposal

State = Proposal.State
Answer = Proposal.Answer
Why = Proposal.Why


@transaction.atomic
def accept(proposal: Proposal, *, by: Person) -> Mentorship | None:
    """Say yes. The mentor's yes takes one of their places; with the second yes the mentorship begins."""
    require(rules.can_accept(by, proposal))
    proposal = _open(proposal)
    side = proposal.side_of(by)
    if _said(proposal, side):
        raise Refused(_("You have accepted already. We tell you as soon as the other side has answered."))
    if side == Side.MENTOR and not take_place(by, by=by):
        raise Refused(_("All your places are taken. End a mentorship or offer one more place, then accept."))
    _say(proposal, side, Answer.YES)
    record("proposal.accepted", by=by, about=proposal, side=side.value)
    if {proposal.mentee_said, proposal.mentor_said} != {Answer.YES}:
        return None
    proposal.mentorship = _begun(proposal)
    _end(proposal, State.ACCEPTED, "mentorship")
    record("proposal.agreed", by=by, about=proposal)
    return proposal.mentorship


@transaction.atomic
def decline(proposal: Proposal, why: str, *, by: Person) -> None:
    """Say no: to this person, or to the whole round. The other side reads only that it is not a fit now."""
    require(rules.can_decline(by, proposal))
    proposal = _open(proposal)
    side = proposal.side_of(by)
    if proposal.mentor_said == Answer.YES:
        give_place_back(proposal.mentor, by=None)
    proposal.why = Why(why)
    _say(proposal, side, Answer.NO)
    _end(proposal, State.DECLINED, "why")
    record("proposal.declined", by=by, about=proposal, side=side.value)
    if proposal.why == Why.NOT_NOW:
        _leave(proposal, side, by)


def _leave(proposal: Proposal, side: Side, by: Person) -> None:
    parts = Participation.objects.filter(
        programme=proposal.round.programme_id, person=by, side=side, left_at=None
    )
    for part in parts:
        participations.leave(part, by=by)


def _open(proposal: Proposal) -> Proposal:
    """Hold it until the end of the transaction, as long as it can still be answered."""
    rows = Proposal.objects.select_for_update(of=("self",))
    proposal = rows.select_related("mentee", "mentor", "round__programme").get(pk=proposal.pk)
    if proposal.state != State.INVITED:
        raise Refused(_("This proposal is no longer open. What became of it stands on its page."))
    if proposal.expires_at and proposal.expires_at <= now():
        raise Refused(_("The last day to answer has passed. The place goes to the next person."))
    if not (proposal.mentee.is_active and proposal.mentor.is_active):
        raise Refused(_("The other person has left. We look for somebody else."))
    return proposal


def _said(proposal: Proposal, side: Side) -> str:
    return proposal.mentee_said if side == Side.MENTEE else proposal.mentor_said


def _say(proposal: Proposal, side: Side, answer: Answer) -> None:
    field = f"{side.value}_said"
    setattr(proposal, field, answer)
    proposal.save(update_fields=[field])


def _end(proposal: Proposal, state: State, *also: str) -> None:
    proposal.state, proposal.ended_at = state, now()
    proposal.save(update_fields=["state", "ended_at", *also])


def _begun(proposal: Proposal) -> Mentorship:
    """A mentorship with the first draft of its agreement; the mentor has said yes, whoever is the second."""
    brief = current(proposal.mentee) or Brief()
    mentorship = mentorships.begin(
        proposal.mentor,
        proposal.mentee,
        by=proposal.mentor,
        purpose=brief.goal or proposal.round.programme.name,
        format=Format.LONG,
        months=proposal.round.programme.months,
    )
    agreements.draft(
        mentorship, by=proposal.mentor, cadence=brief.cadence, channels=brief.channels, helps=brief.helps
    )
    return mentorship
