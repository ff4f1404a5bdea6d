"""Begin a programme, and change what holds for it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules, weights
from .models import Programme

CHANGEABLE = {
    "name",
    "about",
    "starts_on",
    "ends_on",
    "open_to",
    "most_mentees",
    "months",
    "weights",
    "groups",
}


@transaction.atomic
def begin(
    organisation: Organisation, *, by: Person, **fields: Any
) -> Programme:  # Any: one value for each field
    """Begin a programme of an organisation."""
    programme = Programme(organisation=organisation)
    require(rules.can_begin(by, programme))
    _set(programme, fields)
    programme.save()
    record("programme.begun", by=by, about=programme, organisation=organisation.code)
    return programme


@transaction.atomic
def change(programme: Programme, *, by: Person, **fields: Any) -> None:  # Any: one value for each field
    """Change its words, dates, places or weights; rounds that are frozen keep what they were frozen with."""
    require(rules.can_change(by, programme))
    _set(programme, fields)
    programme.save(update_fields=[*fields])
    record("programme.changed", by=by, about=programme, fields=", ".join(sorted(fields)))


def _set(programme: Programme, fields: dict[str, Any]) -> None:  # Any: one value for each field
    unknown = fields.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"a programme has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(programme, name, value)
    if programme.weights and not weights.are_kept(programme.weights):
        raise Refused(_("The weights must add up to 100, each inside its bounds."))
    if programme.ends_on and programme.ends_on <= programme.starts_on:
        raise Refused(_("The last day must be after the first day."))
