"""Who may question a round, and who may demand something of it."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.matching.rounds.models import Round
from alongside.programmes.programmes.rules import runs

from .models import Pin, Scenario


@rule(Round)
def can_question(person: Person, round: Round) -> bool:
    """Who runs the programme opens the studio; those who take part do not read each other's fits."""
    return runs(person, round.programme)


@rule(Round)
def can_pin(person: Person, round: Round) -> bool:
    """Who runs the programme locks, forbids and picks pairs."""
    return runs(person, round.programme)


@rule(Pin)
def can_unpin(person: Person, pin: Pin) -> bool:
    """Who runs the programme takes back what was demanded of a pair."""
    return runs(person, pin.round.programme)


@rule(Round)
def can_swap(person: Person, round: Round) -> bool:
    """Who runs the programme lets two mentees change their mentors."""
    return runs(person, round.programme)


@rule(Round)
def can_keep(person: Person, round: Round) -> bool:
    """Who runs the programme keeps scenarios of its rounds."""
    return runs(person, round.programme)


@rule(Scenario)
def can_drop(person: Person, scenario: Scenario) -> bool:
    """Who runs the programme throws its scenarios away."""
    return runs(person, scenario.round.programme)
