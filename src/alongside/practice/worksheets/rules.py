"""Who may do what to a worksheet."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.rules import is_in

from .models import Worksheet


@rule(Worksheet)
def can_start(person: Person, worksheet: Worksheet) -> bool:
    """Everybody starts worksheets of their own, and shares them with a mentorship that they are in."""
    shared = worksheet.mentorship
    return worksheet.owner_id == person.pk and (shared is None or is_in(person, shared))


@rule(Worksheet)
def can_edit(person: Person, worksheet: Worksheet) -> bool:
    """The owner works on it, and so do the people of a mentorship that it is shared with, until that ends."""
    shared = worksheet.mentorship
    together = shared is not None and shared.is_running and is_in(person, shared)
    return worksheet.owner_id == person.pk or together


@rule(Worksheet)
def can_share(person: Person, worksheet: Worksheet) -> bool:
    """Only the owner shares a worksheet, and takes it back."""
    return worksheet.owner_id == person.pk


@rule(Worksheet)
def can_remove(person: Person, worksheet: Worksheet) -> bool:
    """Only the owner removes a worksheet."""
    return worksheet.owner_id == person.pk
