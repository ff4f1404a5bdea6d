"""What can be done to an offer; its places are counted by the database, so that none is given twice."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Offer

CHANGEABLE = {"open", "capacity", "formats", "helps", "cadences", "paused_until", "trained_at", "expects"}


@transaction.atomic
def change(offer: Offer, *, by: Person, **fields: Any) -> None:  # Any: one value for each field
    """Change what the mentor offers; the places never become fewer than those in use."""
    require(rules.can_change(by, offer))
    unknown = fields.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"an offer has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(offer, name, value)
    try:
        with transaction.atomic():
            offer.save(update_fields=[*fields])
    except IntegrityError as too_few:
        raise Refused(_too_few(offer)) from too_few
    record("offer.changed", by=by, about=offer, fields=", ".join(sorted(fields)))


@transaction.atomic
def take_place(mentor: Person, *, by: Person | None) -> bool:
    """Take one of the mentor's places if there is one; of many at once, as many get one as there are."""
    free = Offer.objects.filter(person=mentor, taken__lt=F("capacity"))
    taken = free.update(taken=F("taken") + 1)
    if not taken:
        return False
    offer = Offer.objects.get(person=mentor)
    require(rules.can_take_place(by, offer))
    record("offer.place_taken", by=by, about=offer)
    return True


@transaction.atomic
def give_place_back(mentor: Person, *, by: Person | None) -> None:
    """Give back a place that was taken; a place that nobody took stays as it is."""
    offer = Offer.objects.filter(person=mentor).first()
    if offer is None:
        return
    require(rules.can_take_place(by, offer))
    in_use = Offer.objects.filter(pk=offer.pk, taken__gt=0)
    if in_use.update(taken=F("taken") - 1):
        record("offer.place_given_back", by=by, about=offer)


def _too_few(offer: Offer) -> str:
    offer.refresh_from_db(fields=["taken"])
    return ngettext(
        "You have %(taken)d place in use, so the number cannot be lower than that. End that mentorship first.",
        "You have %(taken)d places in use, so the number cannot be lower than that. End one of them first.",
        offer.taken,
    ) % {"taken": offer.taken}
