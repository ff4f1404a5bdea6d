"""Who may say when somebody is away or busy."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import BusyCalendar, DayOff


@rule(DayOff)
def can_change_days_off(person: Person, day: DayOff) -> bool:
    """Only the person says which days they take off."""
    return day.person_id == person.pk


@rule(BusyCalendar)
def can_change_calendar(person: Person, calendar: BusyCalendar) -> bool:
    """Only the person says which calendars tell when they are busy."""
    return calendar.person_id == person.pk
