"""Find an invitation by the token of its link."""

from __future__ import annotations

import datetime as dt
import hashlib

from allauth.account.models import EmailAddress
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Refused

from .models import Invitation

GONE = _("This invitation cannot be used")


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str, *, at: dt.datetime, locked: bool = False) -> Invitation:
    """Return the invitation if its link still works, or say why not and what to do."""
    rows = Invitation.objects.select_related("organisation", "invited_by")
    if locked:
        rows = rows.select_for_update(of=("self",))
    invitation = rows.filter(token_digest=digest(token)).first()
    if invitation is None:
        raise Refused(_("We do not know this link. Open it again from the mail, in full."), headline=GONE)
    if invitation.accepted_at is not None:
        raise Refused(_("This invitation has been used. Sign in to go on."), headline=GONE)
    if invitation.withdrawn_at is not None:
        raise Refused(_("This invitation was taken back. Ask for a new one."), headline=GONE)
    if not invitation.works(at):
        raise Refused(_("This invitation is older than 14 days. Ask for a new one."), headline=GONE)
    return invitation


def owns_address(person: Person, email: str) -> bool:
    """Whether the person has confirmed this address as theirs."""
    addresses = EmailAddress.objects.filter(user=person, email__iexact=email, verified=True)
    return bool(addresses.exists())
