"""How two people stand to each other before one asks: places, open requests of both, and those between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, Func, IntegerField, QuerySet, Subquery

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept
from alongside.people.offers.models import Offer
from alongside.people.profiles.queries import findable_by

from .models import Request


@dataclass(frozen=True, slots=True)
class Standing:
    """A mentor's offer, with the counts that decide whether a request can be sent."""

    offer: Offer
    theirs: int
    mine: int
    between: bool


def standing(mentor: Person, mentee: Person) -> Standing | None:
    """Return the offer of a mentor whom ``mentee`` may find, with both sides' open requests: one query."""
    found: Any = _standing.first(mentor.pk, mentee.pk)  # Any: the annotations are no part of the model
    return Standing(found, found.theirs, found.mine, found.between) if found else None


def _standing_of(mentor: int, mentee: int) -> QuerySet[Offer]:
    unanswered = Request.objects.unanswered()
    open_ones = [Request.State.SENT, Request.State.CHEMISTRY, Request.State.WAITING]
    between = Request.objects.filter(mentor=mentor, mentee=mentee, state__in=open_ones)
    offers = Offer.objects.filter(person__in=findable_by(Person(pk=mentee)).filter(pk=mentor), open=True)
    return offers.select_related("person__profile").annotate(
        theirs=_number(unanswered.filter(mentor=mentor)),
        mine=_number(unanswered.filter(mentee=mentee)),
        between=Exists(between),
    )


_standing = Kept(_standing_of)


def _number(requests: QuerySet[Request]) -> Subquery:
    counted = requests.order_by().values(one=Func(F("pk"), function="count", output_field=IntegerField()))
    return Subquery(counted)
