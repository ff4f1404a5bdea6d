"""What the tests of this area share: a mentor who may be found and has room."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from alongside.accounts.persons.models import Person
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile


def as_mentor(person: Person, *, capacity: int = 1, **fields: object) -> Offer:
    """Open an offer and let colleagues find the mentor."""
    Profile.objects.update_or_create(person=person, defaults={"findable_by": ["companies"]})
    defaults = {"open": True, "capacity": capacity, "formats": ["long", "flash"], **fields}
    return Offer.objects.update_or_create(person=person, defaults=defaults)[0]


@pytest.fixture
def offer(cast: SimpleNamespace) -> Offer:
    """Ada's offer, with one place."""
    return as_mentor(cast.ada)
