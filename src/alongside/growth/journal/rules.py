"""Who may do what to an entry of a journal."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Entry


@rule(Entry)
def can_write(person: Person, entry: Entry) -> bool:
    """A journal is written, changed and torn up by the person whose it is, and read by nobody else."""
    return entry.person_id == person.pk
