"""Who may take a round from the draft to the invitations."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.matching.rounds.models import Round, Run
from alongside.programmes.programmes.rules import runs


@rule(Round)
def can_decide(person: Person, round: Round) -> bool:
    """Who runs the programme has a draft worked out."""
    return runs(person, round.programme)


@rule(Run)
def can_stop(person: Person, run: Run) -> bool:
    """Who runs the programme stops the work on a draft."""
    return runs(person, run.round.programme)


@rule(Round)
def can_propose(person: Person, round: Round) -> bool:
    """Who runs the programme proposes a draft to a second pair of eyes."""
    return runs(person, round.programme)


@rule(Round)
def can_approve(person: Person, round: Round) -> bool:
    """Another of those who run the programme than the one who proposed it."""
    return runs(person, round.programme) and round.proposed_by_id != person.pk


@rule(Round)
def can_send_back(person: Person, round: Round) -> bool:
    """Who runs the programme sends a draft back, as long as nobody is invited; who proposed it may too."""
    return runs(person, round.programme)


@rule(Round)
def can_publish(person: Person, round: Round) -> bool:
    """Who runs the programme sends the invitations that were approved."""
    return runs(person, round.programme)
