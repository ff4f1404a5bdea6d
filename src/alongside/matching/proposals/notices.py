"""Who is told what about a proposal, and what follows when a place is free. Nobody reads why it was declined."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief
from alongside.matching.rounds.models import Round
from alongside.people.offers.models import Offer
from alongside.programmes.participations.models import Participation, Side

from . import line, timed
from .models import Proposal


def invite_both(event: Event) -> None:
    """A round proposes two people to each other."""
    proposal = _proposal(event)
    if proposal.state == Proposal.State.INVITED:
        for person in (proposal.mentee, proposal.mentor):
            _say(proposal, person, "invited", _("A mentorship is proposed to you"))


def tell_the_other_of_the_yes(event: Event) -> None:
    """One side has accepted, and the other has not answered yet."""
    proposal = _proposal(event)
    if proposal.state != Proposal.State.INVITED:
        return
    other = proposal.mentor if event.details.get("side") == Side.MENTEE else proposal.mentee
    tell(other, kind=event.verb, text=_("The other side has accepted; it is your turn"), url=_path(proposal))


def tell_both_of_the_beginning(event: Event) -> None:
    """Both have accepted."""
    proposal = _proposal(event)
    for person in (proposal.mentee, proposal.mentor):
        _say(proposal, person, "agreed", _("Your mentorship has begun"))


def tell_the_other_of_the_end(event: Event) -> None:
    """It came to nothing: declined, not answered in time, or somebody has left."""
    proposal = _proposal(event)
    for side, person in ((Side.MENTEE, proposal.mentee), (Side.MENTOR, proposal.mentor)):
        if event.details.get("side") != side:
            _say(proposal, person, "ended", _("A proposed mentorship did not come about"))


def remind_who_is_silent(event: Event) -> None:
    """Two days are left."""
    proposal = _proposal(event)
    both = ((proposal.mentee, proposal.mentee_said), (proposal.mentor, proposal.mentor_said))
    for person in [person for person, said in both if not said]:
        _say(proposal, person, "reminded", _("A proposed mentorship waits for your answer"))


def fill_the_place(event: Event) -> None:
    """A pair has come to nothing: the place goes to the next best."""
    line.fill(_proposal(event).round)


def end_with_who_left(event: Event) -> None:
    """Somebody takes part no longer: their proposals end, and the places go to the next best."""
    part = Participation.objects.filter(code=event.about_code).first()
    if part is not None:
        timed.withdraw_with(part, now())
        _fill(Round.objects.filter(programme=part.programme_id))


def welcome_who_is_late(event: Event) -> None:
    """Somebody has joined after the invitations went out: they get a place, or stand in the line."""
    part = Participation.objects.filter(code=event.about_code, left_at=None).first()
    if part is not None:
        _fill(Round.objects.filter(programme=part.programme_id))


def fill_for_the_brief(event: Event) -> None:
    """A brief is finished: its mentee may be ready now."""
    brief = Brief.objects.filter(code=event.about_code).first()
    if brief is not None:
        _fill_for(brief.person_id, Side.MENTEE)


def fill_for_the_offer(event: Event) -> None:
    """An offer has changed, or a place is free again: its mentor may be ready now."""
    offer = Offer.objects.filter(code=event.about_code).first()
    if offer is not None:
        _fill_for(offer.person_id, Side.MENTOR)


def _fill_for(person: int, side: Side) -> None:
    part = Participation.objects.filter(person=person, side=side, left_at=None)
    _fill(Round.objects.filter(programme__in=part.values("programme")))


def _fill(rounds: Iterable[Round]) -> None:
    for round in rounds:
        line.fill(round)


def _proposal(event: Event) -> Proposal:
    return Proposal.objects.for_list().get(code=event.about_code)


def _say(proposal: Proposal, reader: Person, letter: str, text: str | Promise) -> None:
    context = {
        "proposal": proposal,
        "programme": proposal.round.programme,
        "other_name": line.name_for(proposal, reader),
        "url": settings.BASE_URL + _path(proposal),
    }
    by_mail = ByMail(f"matching/proposals/mail/{letter}", context)
    tell(reader, kind=f"proposal.{letter}", text=text, url=_path(proposal), letter=by_mail)


def _path(proposal: Proposal) -> str:
    return reverse("proposals.show", args=[proposal.code])
