"""Who may change a career."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Launch, Position, Story, Transition


@rule(Position)
@rule(Launch)
@rule(Story)
@rule(Transition)
def can_change(person: Person, part: Position | Launch | Story | Transition) -> bool:
    """Only the person tells and changes their own career."""
    return part.person_id == person.pk
