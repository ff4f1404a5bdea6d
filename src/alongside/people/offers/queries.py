"""Reading offers."""

from __future__ import annotations

from alongside.accounts.persons.models import Person

from .models import Offer


def offer_of(person: Person) -> Offer:
    """The person's offer, made closed when it is first asked for."""
    return Offer.objects.get_or_create(person=person, defaults={"open": False})[0]
