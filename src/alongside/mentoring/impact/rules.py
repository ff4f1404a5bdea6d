"""Who may do what to a certificate."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Certificate


@rule(Certificate)
def can_issue(person: Person, certificate: Certificate) -> bool:
    """A mentor has their own record certified, and nobody else's."""
    return certificate.person_id == person.pk


@rule(Certificate)
def can_withdraw_certificate(person: Person, certificate: Certificate) -> bool:
    """Only the person it is about withdraws it."""
    return certificate.person_id == person.pk
