"""Reading vouches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Count, QuerySet

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept

from .models import Vouch


def digest_of(token: str) -> str:
    """What is kept of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Vouch | None:
    """The vouch that a link leads to."""
    related = Vouch.objects.select_related("person", "position", "launch")
    return related.filter(token_digest=digest_of(token), person__is_active=True).first()


def vouched(person_ids: Iterable[int]) -> dict[int, int]:
    """How many confirmed parts each of these people has, in one query; nobody with none is in it."""
    rows = Vouch.objects.confirmed().filter(person__in=list(person_ids)).values("person_id")
    counted = rows.annotate(parts=Count("position", distinct=True) + Count("launch", distinct=True))
    return {row["person_id"]: row["parts"] for row in counted}


def confirmed_for(person: Person) -> list[Vouch]:
    """The confirmed vouches of one person, to be shown beside what they are about, in one query."""
    return list(_confirmed(person.pk))


def asked_by(person: Person) -> list[Vouch]:
    """Everything a person asked colleagues, newest first, in one query."""
    return list(_asked(person.pk))


def _confirmed_of(person: int) -> QuerySet[Vouch]:
    rows = Vouch.objects.confirmed().filter(person=person).select_related("position", "launch")
    return rows.order_by("answered_at")


def _asked_of(person: int) -> QuerySet[Vouch]:
    rows = Vouch.objects.filter(person=person, withdrawn_at=None).select_related("position", "launch")
    return rows.order_by("-created_at")


_confirmed, _asked = Kept(_confirmed_of), Kept(_asked_of)
