"""Who may answer a proposal."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Proposal


@rule(Proposal)
def can_accept(person: Person, proposal: Proposal) -> bool:
    """Each of the two people accepts for themself."""
    return person.pk in {proposal.mentee_id, proposal.mentor_id}


@rule(Proposal)
def can_decline(person: Person, proposal: Proposal) -> bool:
    """Each of the two people declines for themself."""
    return person.pk in {proposal.mentee_id, proposal.mentor_id}
