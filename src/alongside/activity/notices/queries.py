"""How many notices wait, and how a person wishes to be told."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Subquery
from django.db.models.expressions import Combinable, OuterRef

from alongside.kit.kept import Kept

from .models import Notice, Preference


def unread_of(person: str) -> Combinable:
    """Return an expression for the number of unread notices of the person in column ``person``.

    The shell of every page shows it, so that it comes along with a row that is read anyway.
    """
    counted = (
        Notice.objects.unread()
        .filter(person=OuterRef(person))
        .order_by()
        .annotate(one=F("person"))
        .values("one")
    )
    return Subquery(counted.annotate(number=Count("pk")).values("number"))


def preference_of(person: Any) -> Preference:  # Any: persons live in an area above
    """How the person wishes to be told; a fresh one, not saved, when they have chosen nothing."""
    return _chosen.first(person.pk) or Preference(person=person)


_chosen = Kept(lambda person: Preference.objects.filter(person=person))
