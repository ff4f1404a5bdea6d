"""Block somebody, and take it back. The other is told nothing."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require

from . import rules
from .models import Block


@transaction.atomic
def block(other: Person, *, by: Person, known_as: str = "") -> Block:
    """Neither finds, asks or writes to the other from now on; doing it again changes nothing."""
    require(rules.can_block(by, other))
    made, is_new = Block.objects.get_or_create(
        person=by, other=other, defaults={"known_as": known_as or other.name}
    )
    if is_new:
        record("person.blocked", by=by, about=made)
    return made


@transaction.atomic
def unblock(block: Block, *, by: Person) -> None:
    """Take a block back."""
    require(rules.can_unblock(by, block))
    record("person.unblocked", by=by, about=block)
    block.delete()
