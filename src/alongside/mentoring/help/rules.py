"""Who may do what about a concern."""

from __future__ import annotations

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import roles_in
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Concern


@rule(Concern)
def can_tell_concern(person: Person, concern: Concern) -> bool:
    """Everybody turns to a named person, for themself; never to themself."""
    return concern.asker_id == person.pk and concern.helper_id != person.pk


@rule(Concern)
def can_take(person: Person, concern: Concern) -> bool:
    """Only the one who was turned to says that they have read it."""
    return concern.helper_id == person.pk


@rule(Concern)
def can_close(person: Person, concern: Concern) -> bool:
    """Only the one who was turned to says what was done."""
    return concern.helper_id == person.pk


@rule(Concern)
def can_freeze(person: Person, concern: Concern) -> bool:
    """Only the one who was turned to freezes the mentorship that it is about."""
    return concern.helper_id == person.pk


@rule(Concern)
def can_thaw(person: Person, concern: Concern) -> bool:
    """Only the one who froze it lets it go on."""
    return concern.helper_id == person.pk


@rule(Organisation)
def can_name_contact(person: Person, organisation: Organisation) -> bool:
    """Administrators of the organisation say whom its members may turn to."""
    return "administrator" in roles_in(person, organisation)
