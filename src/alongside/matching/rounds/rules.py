"""Who may do what with a round."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.programmes.programmes.rules import runs

from .models import Round


@rule(Round)
def can_begin(person: Person, round: Round) -> bool:
    """Who runs the programme begins its rounds."""
    return runs(person, round.programme)


@rule(Round)
def can_change(person: Person, round: Round) -> bool:
    """Who runs the programme says how a round is decided."""
    return runs(person, round.programme)


@rule(Round)
def can_nudge(person: Person, round: Round) -> bool:
    """Who runs the programme reminds those who are not ready."""
    return runs(person, round.programme)


@rule(Round)
def can_freeze(person: Person, round: Round) -> bool:
    """Who runs the programme says when everybody is in."""
    return runs(person, round.programme)


@rule(Round)
def can_cancel(person: Person, round: Round) -> bool:
    """Who runs the programme calls a round off."""
    return runs(person, round.programme)


@rule(Round)
def can_close(person: Person, round: Round) -> bool:
    """Who runs the programme ends a round."""
    return runs(person, round.programme)
