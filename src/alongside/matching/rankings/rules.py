"""Who may say whom they would like."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.matching.rounds.models import Round


@rule(Round)
def can_rank(person: Person, round: Round) -> bool:
    """Who takes part in the programme ranks for themself."""
    return round.programme.participations.current().filter(person=person).exists()
