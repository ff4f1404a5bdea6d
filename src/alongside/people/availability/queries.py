"""Reading free time: of many people for the fit, and of a few for a meeting."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept

from . import week
from .models import Window

STEP = dt.timedelta(minutes=30)


def masks(people: Iterable[Person], on: dt.date) -> dict[int, int]:
    """Each person's free half-hours of the week around ``on``, by their number; see ``week.mask``."""
    listed = list(people)
    found: dict[int, list[week.Opening]] = defaultdict(list)
    rows = Window.objects.filter(person__in=[person.pk for person in listed]).order_by("weekday", "starts")
    for person_id, weekday, starts, ends in rows.values_list("person_id", "weekday", "starts", "ends"):
        found[person_id].append(week.Opening(weekday, starts, ends))
    return {one.pk: week.mask_of(tuple(found[one.pk]), one.zone, on) for one in listed}


def windows_of(person_ids: Iterable[int]) -> dict[int, list[Window]]:
    """The windows of each of these people, in one query; nobody's list is missing."""
    ids, found = list(person_ids), defaultdict[int, list[Window]](list)
    many = Window.objects.filter(person__in=ids).order_by("weekday", "starts")
    for window in _of_one(*ids) if len(ids) == 1 else many:
        found[window.person_id].append(window)
    return found


_of_one = Kept(lambda person: Window.objects.filter(person=person).order_by("weekday", "starts"))


def free_slots(
    people: Sequence[Person],
    start: dt.datetime,
    days: int,
    minutes: int,
    limit: int,
    taken: Iterable[week.Span] = (),
) -> list[dt.datetime]:
    """The first moments from which all of them are free for so many minutes, every half hour.

    ``taken`` is time that their weeks would offer and that is not theirs to give.
    """
    windows = windows_of(person.pk for person in people)
    end = start + dt.timedelta(days=days)
    weeks = [week.free(windows[person.pk], person.zone, start, end) for person in people]
    length = dt.timedelta(minutes=minutes)
    slots = (
        slot for span in week.without(week.shared(weeks), taken) for slot in _starts(span, start, length)
    )
    return [slot for slot, _ in zip(slots, range(limit), strict=False)]


def is_free(person: Person, start: dt.datetime, minutes: int) -> bool:
    """Whether the person is free from then on for so many minutes."""
    end = start + dt.timedelta(minutes=minutes)
    spans = week.free(windows_of([person.pk])[person.pk], person.zone, start, end)
    return any(span.start <= start and span.end >= end for span in spans)


def _starts(span: week.Span, asked: dt.datetime, length: dt.timedelta) -> Iterator[dt.datetime]:
    start = span.start
    if (
        start == asked or start.minute % 15
    ):  # cut off by the question or by something else: go on at a round time
        start += -(start - dt.datetime.min.replace(tzinfo=dt.UTC)) % STEP
    while start + length <= span.end:
        yield start
        start += STEP
