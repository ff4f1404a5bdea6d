"""Who may block whom."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Block


@rule(Person)
def can_block(person: Person, other: Person) -> bool:
    """Anybody blocks anybody but themself."""
    return person.pk != other.pk and person.is_active


@rule(Block)
def can_unblock(person: Person, block: Block) -> bool:
    """Only the one who blocked."""
    return block.person_id == person.pk
