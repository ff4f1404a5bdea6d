"""Who may do what with a membership."""

from __future__ import annotations

from alongside.accounts.organisations.rules import COORDINATES, roles_in
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Membership


@rule(Membership)
def can_leave(person: Person, membership: Membership) -> bool:
    """One leaves by oneself; an administrator may end anybody's membership."""
    return membership.person_id == person.pk or can_give_roles(person, membership)


@rule(Membership)
def can_give_roles(person: Person, membership: Membership) -> bool:
    """Administrators of the organisation say who coordinates and who administers."""
    return "administrator" in roles_in(person, membership.organisation)


@rule(Membership)
def can_place(person: Person, membership: Membership) -> bool:
    """Coordinators and administrators keep teams and reporting lines."""
    return not COORDINATES.isdisjoint(roles_in(person, membership.organisation))
