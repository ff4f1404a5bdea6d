"""Write in one's journal. Unlike an action, none of this is recorded: nobody counts how often a person writes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.rules import require

from . import rules
from .models import Entry

Texts = Mapping[str, str]


@transaction.atomic
def write(situation: str, texts: Texts, *, by: Person) -> Entry:
    """Begin an entry."""
    entry = Entry(person=by, situation=situation)
    change(entry, texts, by=by)
    return entry


@transaction.atomic
def change(entry: Entry, texts: Texts, *, by: Person) -> None:
    """Change what stands in it, or add what it taught."""
    require(rules.can_write(by, entry))
    for name, text in texts.items():
        setattr(entry, name, text)
    entry.changed_at = now()
    entry.save()


@transaction.atomic
def tear_up(entry: Entry, *, by: Person) -> None:
    """Remove an entry for good."""
    require(rules.can_write(by, entry))
    entry.delete()
