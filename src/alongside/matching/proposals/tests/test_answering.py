"""Both sides answer what a round proposes: two yeses begin a mentorship, a no gives the place to the next best."""

from __future__ import annotations

from alongside.activity.events.models import Event
from alongside.matching.proposals import actions
from alongside.matching.proposals.models import Proposal
from alongside.people.offers.models import Offer


def pairs(round, *states):
    rows = Proposal.objects.filter(round=round, state__in=states or ["invited"])
    return {(one.mentee.name.split()[0], one.mentor.name.split()[0]) for one in rows}


def of(round, mentor):
    return Proposal.objects.get(round=round, mentor=mentor, state="invited")


def test_two_yeses_begin_a_mentorship(crowd, inviting):
    proposal = of(inviting, crowd.ada)
    waiting_for_the_mentor = actions.accept(proposal, by=proposal.mentee)
    mentorship = actions.accept(proposal, by=crowd.ada)

    proposal.refresh_from_db()
    assert waiting_for_the_mentor is None
    assert (proposal.state, proposal.mentorship) == ("accepted", mentorship)
    assert {one.person for one in mentorship.participants.all()} == {crowd.ada, proposal.mentee}
    assert Offer.objects.get(person=crowd.ada).taken == 1
    assert Event.objects.filter(verb="proposal.agreed", about_code=proposal.code).count() == 1
