"""What can be done to a person's week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require

from . import rules
from .models import Window

Row = tuple[int, dt.time, dt.time]
"""Weekday (0 is Monday), from, to."""


@transaction.atomic
def set_week(person: Person, *, by: Person, zone: str, windows: Iterable[Row]) -> None:
    """Replace the person's windows and zone by these."""
    require(rules.can_set_week(by, person))
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # one change of a week at a time
    Window.objects.filter(person=person).delete()
    Window.objects.bulk_create(
        Window(person=person, weekday=weekday, starts=starts, ends=ends) for weekday, starts, ends in windows
    )
    if zone != person.timezone:
        person.timezone = zone
        person.save(update_fields=["timezone"])
    record("week.changed", by=by, about=person)
