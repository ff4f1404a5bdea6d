"""Reading questions about evidence."""

from __future__ import annotations

import hashlib

from django.db import models

from alongside.accounts.persons.models import Person

from .mentors import mentees_of
from .models import Confirmation, ConfirmationQuerySet


def digest_of(token: str) -> str:
    """What is kept of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Confirmation | None:
    """The question that a link leads to."""
    rows = Confirmation.objects.for_list().filter(evidence__person__is_active=True)
    return rows.filter(token_digest=digest_of(token)).first()


def asked_of(person: Person) -> ConfirmationQuerySet:
    """What those whom a person mentors now ask of them; what waits stands first."""
    rows = Confirmation.objects.visible_to(person).filter(mentor=person).for_list()
    waits_first = models.F("answered_at").desc(nulls_first=True)
    return rows.filter(evidence__person__in=mentees_of(person)).order_by(waits_first, "-pk")
