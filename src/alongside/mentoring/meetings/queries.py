"""Reading meetings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.kept import Kept
from alongside.mentoring.agreements.queries import standing
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.availability.queries import free_slots
from alongside.people.availability.week import Span
from alongside.people.busy.queries import days_off, taken
from alongside.people.offers.models import Cadence

from .models import Meeting, MeetingQuerySet
from .times import Moment

FIRST_AFTER = dt.timedelta(hours=20)
LOOK_AHEAD_DAYS = 21
MOST_SLOTS = 300
SHOWN_SLOTS = 8
DAY = dt.timedelta(days=1)
APART = dt.timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Slot:
    """A moment at which everybody is free."""

    start: dt.datetime

    @property
    def key(self) -> str:
        """The moment as it travels in a form."""
        return self.start.astimezone(dt.UTC).isoformat()


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often and how long the people of a mentorship meet, as their agreement says."""

    every_days: int = int(Cadence.FORTNIGHTLY)
    minutes: int = 45


def rhythm(mentorship: Mentorship) -> Rhythm:
    """The rhythm of the agreement that is in force, or of its draft; the usual one where there is none."""
    agreed = standing(mentorship)
    version = agreed.in_force or agreed.newest
    said, usual = version.said if version else {}, Rhythm()
    return Rhythm(int(said.get("cadence") or usual.every_days), int(said.get("minutes") or usual.minutes))


def slots(mentorship: Mentorship, minutes: int) -> list[Slot]:
    """Return times at which all are free, two a day with hours between them, so that there is a choice."""
    people = [one.person for one in mentorship.participants.all()]
    start = now() + FIRST_AFTER
    end = start + dt.timedelta(days=LOOK_AHEAD_DAYS)
    not_theirs = [*taken(people, start, end), *booked(people, start, end)]
    found = free_slots(people, start, LOOK_AHEAD_DAYS, minutes, MOST_SLOTS, not_theirs)
    chosen: list[Slot] = []
    for start in found:
        near = [one for one in chosen if start - one.start < APART]
        same_day = [one for one in chosen if one.start.date() == start.date()]
        if not near and len(same_day) < 2:
            chosen.append(Slot(start))
    return chosen[:SHOWN_SLOTS]


def not_away(mentorship: Mentorship, moments: list[Moment]) -> list[Moment]:
    """Those moments on which nobody has a day off."""
    if not moments:
        return []
    people = [one.person for one in mentorship.participants.all()]
    away = days_off(people, moments[0].at.date(), moments[-1].at.date())
    return [one for one in moments if not any(span.start <= one.at < span.end for span in away)]


def booked(people: list[Person], start: dt.datetime, end: dt.datetime) -> list[Span]:
    """When one of them meets somebody already, in whichever mentorship."""
    theirs = Participant.objects.filter(person__in=people).values("mentorship")
    rows = Meeting.objects.planned().filter(
        mentorship__in=theirs, starts_at__gte=start - DAY, starts_at__lt=end
    )
    return [Span(one.starts_at, one.ends_at) for one in rows.only("starts_at", "minutes")]


def at_hand(mentorship: Mentorship) -> Meeting | None:
    """The meeting that is under way, or else the next one."""
    rows = Meeting.objects.planned().filter(mentorship=mentorship, starts_at__gt=now() - APART)
    return next((one for one in rows.order_by("starts_at")[:5] if one.ends_at > now()), None)


def calendar_of(person: Person, since: dt.datetime) -> list[Meeting]:
    """Everything for a person's calendar, cancelled ones left out."""
    rows = Meeting.objects.visible_to(person).with_people().filter(starts_at__gte=since)
    return list(rows.exclude(state=Meeting.State.CANCELLED).order_by("starts_at"))


def opened(person: Person, code: str) -> Meeting | None:
    """The meeting that ``person`` opens, with the people of its mentorship; None if it is not theirs."""
    return _opened.first(person.pk, code)


def _opened_of(person: int, code: str) -> MeetingQuerySet:
    return Meeting.objects.visible_to(Person(pk=person)).with_people().filter(code=code)


_opened = Kept(_opened_of)
