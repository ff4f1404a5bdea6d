"""Reading when people cannot meet, in spite of their week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from alongside.accounts.persons.models import Person
from alongside.people.availability.week import Span, merged

from .models import BusyCalendar, DayOff

DAY = dt.timedelta(days=1)


def taken(people: Sequence[Person], start: dt.datetime, end: dt.datetime) -> list[Span]:
    """When one of them is away or busy between two moments; who, is nobody's business."""
    by_key = {person.pk: person for person in people}
    away = DayOff.objects.filter(
        person__in=by_key, starts_on__lte=(end + DAY).date(), ends_on__gte=(start - DAY).date()
    )
    calendars = BusyCalendar.objects.filter(person__in=by_key).exclude(spans=[]).only("spans")
    spans = [_span(day, by_key[day.person_id]) for day in away]
    return merged([*spans, *(span for calendar in calendars for span in calendar.busy)])


def days_off(people: Iterable[Person], start: dt.date, end: dt.date) -> list[Span]:
    """The days that one of them takes off, as moments."""
    by_key = {person.pk: person for person in people}
    rows = DayOff.objects.filter(person__in=by_key, starts_on__lte=end + DAY, ends_on__gte=start - DAY)
    return merged(_span(day, by_key[day.person_id]) for day in rows)


def _span(day: DayOff, person: Person) -> Span:
    """From midnight to midnight on the person's own wall."""
    first, after = (
        dt.datetime.combine(one, dt.time(), person.zone).astimezone(dt.UTC)
        for one in (day.starts_on, day.ends_on + DAY)
    )
    return Span(first, after)
