"""Who may do what to an offer."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Offer


@rule(Offer)
def can_change(person: Person, offer: Offer) -> bool:
    """Only the person changes what they offer."""
    return offer.person_id == person.pk


@rule(Offer)
def can_take_place(person: Person | None, _offer: Offer) -> bool:
    """A place is taken by an active person whom the mentorship's own rules let begin it, or by time."""
    return person is None or person.is_active
