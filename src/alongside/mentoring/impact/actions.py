"""Have one's record certified, and withdraw a certificate."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Certificate
from .queries import impact_of


@transaction.atomic
def issue(*, by: Person) -> Certificate:
    """Certify the figures as they are now; there is a link to check them."""
    certificate = Certificate(person=by, name=by.name)
    require(rules.can_issue(by, certificate))
    certificate.figures = impact_of(by).figures
    if not certificate.figures["meetings"]:
        raise Refused(_("There is nothing to certify before your first meeting as a mentor."))
    certificate.signature = certificate.sign()
    certificate.save()
    record("certificate.issued", by=by, about=certificate)
    return certificate


@transaction.atomic
def withdraw(certificate: Certificate, *, by: Person) -> None:
    """Let its link lead nowhere."""
    require(rules.can_withdraw_certificate(by, certificate))
    if certificate.withdrawn_at is None:
        certificate.withdrawn_at = now()
        certificate.save(update_fields=["withdrawn_at"])
        record("certificate.withdrawn", by=by, about=certificate)
