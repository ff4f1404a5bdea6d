"""What can be done about days off and calendars elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now, today_in
from alongside.kit.errors import Refused
from alongside.kit.outbound import Unfetched, read_address
from alongside.kit.rules import require

from . import keeping, rules
from .models import BusyCalendar, DayOff
from .reading import LARGEST

MOST_DAYS_OFF = 60
MOST_CALENDARS = 5
LONGEST_OFF = dt.timedelta(days=366)


@transaction.atomic
def take_off(*, by: Person, starts_on: dt.date, ends_on: dt.date | None = None) -> DayOff:
    """Take a day off, or several: nothing is offered or planned in a series then."""
    day = DayOff(person=by, starts_on=starts_on, ends_on=ends_on or starts_on)
    require(rules.can_change_days_off(by, day))
    if day.ends_on < today_in(by.zone):
        raise Refused(_("That lies behind you. Choose days that are still to come."))
    if day.ends_on - day.starts_on > LONGEST_OFF:
        raise Refused(_("That is longer than a year. Enter an earlier last day."))
    if DayOff.objects.filter(person=by, ends_on__gte=today_in(by.zone)).count() >= MOST_DAYS_OFF:
        raise Refused(_("You have 60 entries already. Take one away first."))
    day.save()
    record("days_off.taken", by=by, about=day)
    return day


@transaction.atomic
def give_back(day: DayOff, *, by: Person) -> None:
    """Take days off away again."""
    require(rules.can_change_days_off(by, day))
    record("days_off.given_back", by=by, about=day)
    day.delete()


@transaction.atomic
def follow(address: str, *, by: Person, whole_days: bool = False) -> BusyCalendar:
    """Have a calendar read by its private address from now on; the job that listens fetches it first."""
    calendar = BusyCalendar(person=by, address=address, whole_days=whole_days, next_at=now())
    require(rules.can_change_calendar(by, calendar))
    _refuse_too_many(by)
    try:
        calendar.host = read_address(address).host
    except Unfetched as no:
        raise Refused(no.sentence) from no
    calendar.save()
    record("calendar.followed", by=by, about=calendar)
    return calendar


@transaction.atomic
def upload(file: IO[bytes], name: str, *, by: Person, whole_days: bool = False) -> BusyCalendar:
    """Read a calendar once from a file; the file is not kept."""
    calendar = BusyCalendar(person=by, host=name[:255], whole_days=whole_days)
    require(rules.can_change_calendar(by, calendar))
    _refuse_too_many(by)
    keeping.keep(calendar, keeping.found_in(calendar, file.read(LARGEST + 1)))
    record("calendar.uploaded", by=by, about=calendar)
    return calendar


@transaction.atomic
def stop_following(calendar: BusyCalendar, *, by: Person) -> None:
    """Forget a calendar, its address and its times."""
    require(rules.can_change_calendar(by, calendar))
    record("calendar.forgotten", by=by, about=calendar)
    calendar.delete()


@transaction.atomic
def read_again(calendar: BusyCalendar, *, by: Person) -> None:
    """Have it read now instead of within the hour."""
    require(rules.can_change_calendar(by, calendar))
    if calendar.next_at is None:
        raise Refused(_("That calendar came from a file. Choose the file again."))
    BusyCalendar.objects.filter(pk=calendar.pk).update(next_at=now(), state=BusyCalendar.State.WAITING)
    record("calendar.followed", by=by, about=calendar)


def _refuse_too_many(person: Person) -> None:
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if BusyCalendar.objects.filter(person=person).count() >= MOST_CALENDARS:
        raise Refused(_("Five calendars are read for you already. Take one away first."))
