"""Who may make and fetch an archive."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Archive, Keepsake


@rule(Archive)
def can_make(person: Person, archive: Archive) -> bool:
    """Everybody makes an archive of what is theirs, whenever they want."""
    return archive.person_id == person.pk


@rule(Archive)
def can_remove(person: Person, archive: Archive) -> bool:
    """Only the person removes their archive before its week is over."""
    return archive.person_id == person.pk


@rule(Keepsake)
def can_restore(person: Person, brought: Keepsake) -> bool:
    """Everybody restores an archive into their own record."""
    return brought.person_id == person.pk
