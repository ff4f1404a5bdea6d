"""Invite somebody by mail, take an invitation back, accept it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.activity.mail.send import post
from alongside.kit.clock import now
from alongside.kit.codes import new_token
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import queries, rules
from .models import Invitation

GOOD_FOR = dt.timedelta(days=14)
AT_MOST_AN_HOUR = 50


@transaction.atomic
def invite(
    organisation: Organisation,
    email: str,
    roles: Sequence[str] = (),
    *,
    by: Person,
    from_roster: bool = False,
) -> tuple[Invitation, str]:
    """Send somebody a link that works once, for 14 days. A new invitation replaces an older one."""
    require(rules.can_invite(by, organisation, roles))
    at = now()
    _refuse_member(organisation, email)
    if not from_roster:
        _refuse_flood(organisation, at)
    Invitation.objects.pending(at).filter(organisation=organisation, email__iexact=email).update(
        withdrawn_at=at
    )
    token = new_token()
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email.lower(),
        roles=list(roles),
        invited_by=by,
        token_digest=queries.digest(token),
        expires_at=at + GOOD_FOR,
    )
    record("invitation.sent", by=by, about=invitation, organisation=organisation.code)
    _write(invitation, token)
    return invitation, token


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person) -> None:
    """Take an invitation back: its link stops working."""
    require(rules.can_withdraw(by, invitation))
    at = now()
    if not Invitation.objects.pending(at).filter(pk=invitation.pk).update(withdrawn_at=at):
        raise Refused(_("This invitation has been used or has ended already."))
    record("invitation.withdrawn", by=by, about=invitation)


@transaction.atomic
def accept(token: str, *, by: Person) -> Membership:
    """Become a member by the link that was sent to one of one's own addresses."""
    at = now()
    invitation = queries.by_token(token, at=at, locked=True)
    require(rules.can_accept(by, invitation))
    if not queries.owns_address(by, invitation.email):
        raise Refused(
            _(
                "This invitation was sent to another address than yours. Sign in with the account of that "
                "address, add the address to your account, or ask for an invitation to yours."
            ),
            headline=queries.GONE,
        )
    if invitation.roles and not _stands_for_its_roles(invitation):
        raise Refused(
            _("Whoever invited you gives no roles here any more. Ask for a new invitation."),
            headline=queries.GONE,
        )
    membership, is_new = Membership.objects.get_or_create(
        person=by, organisation=invitation.organisation, left_at=None
    )
    membership.roles = [
        role for role in Membership.Role.values if role in {*membership.roles, *invitation.roles}
    ]
    membership.save(update_fields=["roles"])
    invitation.accepted_at, invitation.accepted_by = at, by
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    record("invitation.accepted", by=by, about=invitation)
    if is_new:
        record("membership.joined", by=by, about=membership, organisation=invitation.organisation.code)
    return membership


def _stands_for_its_roles(invitation: Invitation) -> bool:
    """Who was an administrator lets nobody in as one afterwards, themself under another name least of all."""
    inviter = invitation.invited_by
    return inviter.is_active and rules.can_invite(inviter, invitation.organisation, invitation.roles)


def _refuse_member(organisation: Organisation, email: str) -> None:
    members = Membership.objects.current().filter(organisation=organisation, person__is_active=True)
    if members.filter(person__email__iexact=email).exists():
        raise Refused(_("This person is a member already."))


def _refuse_flood(organisation: Organisation, at: dt.datetime) -> None:
    lately = Invitation.objects.filter(organisation=organisation, created_at__gt=at - dt.timedelta(hours=1))
    if lately.count() >= AT_MOST_AN_HOUR:
        raise Refused(_("That is 50 invitations in one hour. Go on in an hour, or import a roster."))


def _write(invitation: Invitation, token: str) -> None:
    names = {"name": invitation.invited_by.name, "organisation": invitation.organisation.name}
    post(
        to=invitation.email,
        subject=_("%(name)s invites you to %(organisation)s on Alongside") % names,
        template="accounts/invitations/mail/invited",
        context={"invitation": invitation, "token": token},
    )
