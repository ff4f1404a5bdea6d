"""What can be done to a profile."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require
from alongside.people.offers.models import Offer

from . import rules, words
from .models import Profile

CHANGEABLE = {
    "headline", "about", "languages", "topics", "channels", "findable_by", "values", "identity_light",
}  # fmt: skip


@transaction.atomic
def begin(person: Person, *, by: Person | None = None) -> Profile:
    """Give a person a profile that nobody finds, and an offer that is closed, until they open them."""
    profile, is_new = Profile.objects.get_or_create(person=person)
    require(rules.can_begin(by or person, profile))
    Offer.objects.get_or_create(person=person, defaults={"open": False})
    if is_new:
        record("profile.begun", by=by or person, about=profile)
    return profile


@transaction.atomic
def change(profile: Profile, *, by: Person, **fields: Any) -> None:  # Any: one value for each field
    """Change what others read and who finds the person; only the named fields change."""
    require(rules.can_change(by, profile))
    unknown = fields.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"a profile has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save(update_fields=[*fields])
    words.keep(profile.person)
    record("profile.changed", by=by, about=profile, fields=", ".join(sorted(fields)))
