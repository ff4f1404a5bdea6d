"""How many notices wait."""

from __future__ import annotations

from django.db.models import Count, F, Subquery
from django.db.models.expressions import Combinable, OuterRef

from .models import Notice


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
