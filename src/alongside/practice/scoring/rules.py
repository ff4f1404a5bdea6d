"""Who may do what in a round of scoring apart."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.rules import is_in
from alongside.practice.worksheets.models import Worksheet

from .models import ScoringRound


@rule(Worksheet)
def can_score_apart(person: Person, worksheet: Worksheet) -> bool:
    """The people of the mentorship that a worksheet is shared with begin a round, while that runs."""
    shared = worksheet.mentorship
    return shared is not None and shared.is_running and is_in(person, shared)


@rule(ScoringRound)
def can_judge(person: Person, scoring: ScoringRound) -> bool:
    """The people of the mentorship judge, each for themself."""
    return can_score_apart(person, scoring.worksheet)


@rule(ScoringRound)
def can_settle(person: Person, scoring: ScoringRound) -> bool:
    """Either of them writes down what they settled on together."""
    return can_score_apart(person, scoring.worksheet)
