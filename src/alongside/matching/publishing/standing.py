"""Which pairs of a draft are still possible, now that time has passed since the round was frozen."""

from __future__ import annotations

from django.db.models import Q

from alongside.accounts.blocks.models import Block
from alongside.matching.proposals.models import Proposal
from alongside.matching.rounds.models import Round
from alongside.matching.rounds.ready import sides_of
from alongside.programmes.participations.models import Side


def still_possible(round: Round) -> tuple[list[Proposal], list[Proposal]]:
    """Return the drafts whose two people still take part and have room for each other, and the other drafts."""
    sides = sides_of(round)
    mentees = {one.person.pk for one in sides.ready(Side.MENTEE)}
    places = {one.person.pk: one.places for one in sides.ready(Side.MENTOR)}
    drafts = list(round.proposals.filter(state=Proposal.State.DRAFT).order_by("-fit", "pk"))
    blocked = _blocked(drafts)
    stands, gone = [], []
    for draft in drafts:
        pair = (draft.mentee_id, draft.mentor_id)
        if draft.mentee_id in mentees and places.get(draft.mentor_id, 0) > 0 and pair not in blocked:
            places[draft.mentor_id] -= 1
            stands.append(draft)
        else:
            gone.append(draft)
    return stands, gone


def _blocked(drafts: list[Proposal]) -> set[tuple[int, int]]:
    """Pairs of which one has blocked the other meanwhile."""
    people = {pk for draft in drafts for pk in (draft.mentee_id, draft.mentor_id)}
    found = Block.objects.filter(Q(person__in=people), other__in=people).values_list("person_id", "other_id")
    return {pair for one, other in found for pair in ((one, other), (other, one))}
