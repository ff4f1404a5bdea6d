"""Join an organisation, leave it, and say who does what there."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import can_join
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Membership


@transaction.atomic
def join(organisation: Organisation, *, by: Person) -> Membership:
    """Become a member of an open organisation."""
    require(can_join(by, organisation))
    membership, is_new = Membership.objects.get_or_create(person=by, organisation=organisation, left_at=None)
    if not is_new:
        raise Refused(_("You are a member of this organisation already."))
    record("membership.joined", by=by, about=membership, organisation=organisation.code)
    return membership


@transaction.atomic
def leave(membership: Membership, *, by: Person) -> None:
    """End a membership. Mentorships go on: they belong to the two people."""
    require(rules.can_leave(by, membership))
    _refuse_ended(membership)
    if membership.leaves_it_headless():
        raise Refused(
            _("You are the only administrator here. Make another member an administrator before you leave.")
        )
    membership.left_at = now()
    membership.save(update_fields=["left_at"])
    record("membership.left", by=by, about=membership, organisation=membership.organisation.code)


@transaction.atomic
def give_roles(membership: Membership, roles: Sequence[str], *, by: Person) -> None:
    """Say which roles a member has here, all of them at once."""
    require(rules.can_give_roles(by, membership))
    _refuse_ended(membership)
    stays = Membership.Role.ADMINISTRATOR in roles
    if not stays and membership.leaves_it_headless():
        raise Refused(_("There must be an administrator. Make another member an administrator first."))
    membership.roles = [role for role in Membership.Role.values if role in roles]
    membership.save(update_fields=["roles"])
    record("membership.roles_given", by=by, about=membership, roles=", ".join(membership.roles))


@transaction.atomic
def place(membership: Membership, manager: Person | None, team: str, *, by: Person) -> None:
    """Say in which team a member works and who manages them; a manager never mentors their own people."""
    require(rules.can_place(by, membership))
    _refuse_ended(membership)
    if manager is not None:
        _refuse_strange_manager(membership, manager)
    membership.manager = manager
    membership.team = team.strip()
    membership.save(update_fields=["manager", "team"])
    record("membership.placed", by=by, about=membership)


def _refuse_ended(membership: Membership) -> None:
    if membership.left_at is not None:
        raise Refused(_("This membership has ended."))


def _refuse_strange_manager(membership: Membership, manager: Person) -> None:
    """A manager is another member, and reports neither directly nor further up to the person."""
    here = Membership.objects.current().filter(organisation=membership.organisation)
    lines = dict(here.values_list("person_id", "manager_id"))
    if manager.pk == membership.person_id:
        raise Refused(_("Nobody is their own manager. Choose somebody else."))
    if manager.pk not in lines:
        raise Refused(_("The manager must be a member of this organisation. Invite them first."))
    above, seen = lines.get(manager.pk), {manager.pk}
    while above is not None and above not in seen:
        if above == membership.person_id:
            raise Refused(_("This would make a circle: the manager reports to this person already."))
        seen.add(above)
        above = lines.get(above)
