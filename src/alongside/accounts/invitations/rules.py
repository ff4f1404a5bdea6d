"""Who may do what with an invitation."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import can_invite as can_invite_to
from alongside.accounts.organisations.rules import roles_in
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Invitation


def can_invite(person: Person, organisation: Organisation, roles: Sequence[str]) -> bool:
    """Coordinators and administrators invite; only an administrator invites somebody to a role."""
    may = can_invite_to(person, organisation)
    return may and (not roles or "administrator" in roles_in(person, organisation))


@rule(Invitation)
def can_withdraw(person: Person, invitation: Invitation) -> bool:
    """Whoever may invite there may take an invitation back."""
    return can_invite_to(person, invitation.organisation)


@rule(Invitation)
def can_accept(person: Person, invitation: Invitation) -> bool:  # noqa: ARG001  a rule takes both
    """Anybody active who holds the link; that the address is theirs is asked by the action."""
    return person.is_active
