"""Today says to who runs a programme that a round waits for their next step, and to nobody else."""

from __future__ import annotations

from django.urls import reverse

from alongside.matching.proposals import actions as proposals
from alongside.matching.publishing import actions


def test_a_draft_waits_for_who_runs_the_programme(as_, crowd, drafted):
    seen = [drafted.name in as_(one).get(reverse("today")).text for one in (crowd.cleo, crowd.dev, crowd.eve)]

    assert seen == [True, True, False]


def test_nobody_is_asked_to_look_at_their_own_proposal(as_, crowd, drafted):
    actions.propose(drafted, by=crowd.cleo)

    assert drafted.name not in as_(crowd.cleo).get(reverse("today")).text
    assert "A colleague asks you to look at the pairs" in as_(crowd.dev).get(reverse("today")).text


def test_who_is_invited_reads_it_until_they_have_answered(as_, crowd, inviting):
    proposal = inviting.proposals.filter(state="invited").first()
    path = reverse("proposals.show", args=[proposal.code])
    seen = [
        path in as_(one).get(reverse("today")).text for one in (proposal.mentee, proposal.mentor, crowd.eve)
    ]

    proposals.accept(proposal, by=proposal.mentee)

    assert (seen, path in as_(proposal.mentee).get(reverse("today")).text) == ([True, True, False], False)
