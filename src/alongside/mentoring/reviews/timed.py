"""What time does to reviews: half-way, four weeks before the end, and ninety days after it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship, MentorshipQuerySet
from alongside.people.offers.models import Format

from .models import Review

BEFORE_THE_END = dt.timedelta(days=28)
AFTER_THE_END = dt.timedelta(days=90)
NO_LATER = dt.timedelta(days=120)
"""Whoever ended longer ago is left in peace."""
Kind, State = Review.Kind, Mentorship.State


@transaction.atomic
def open_due(at: dt.datetime) -> int:
    """Open every review whose day has come; return how many. A paused mentorship waits, a flash one has none."""
    running = Mentorship.objects.filter(state=State.ACTIVE, ends_on__isnull=False).exclude(
        format=Format.FLASH
    )
    closing = running.filter(ends_on__lte=(at + BEFORE_THE_END).date())
    half_way = running.filter(ends_on__gt=(at + BEFORE_THE_END).date())
    ended = Mentorship.objects.filter(
        state=State.ENDED, ended_at__lte=at - AFTER_THE_END, ended_at__gt=at - NO_LATER
    ).exclude(format=Format.FLASH)
    due = [one for one in _without(half_way, Kind.HALF_WAY) if at >= _middle(one)]
    return (
        sum(_open(one, Kind.HALF_WAY, at) for one in due)
        + sum(_open(one, Kind.CLOSING, at) for one in _without(closing, Kind.CLOSING))
        + sum(_open(one, Kind.LATER, at) for one in _without(ended, Kind.LATER))
    )


def _middle(mentorship: Mentorship) -> dt.datetime:
    """The moment half-way between the begin and the last day."""
    assert mentorship.ends_on is not None
    length = mentorship.ends_on - mentorship.created_at.date()
    return mentorship.created_at + length / 2


def _without(mentorships: MentorshipQuerySet, kind: str) -> MentorshipQuerySet:
    return mentorships.exclude(reviews__kind=kind)


def _open(mentorship: Mentorship, kind: str, at: dt.datetime) -> int:
    review = Review.objects.create(mentorship=mentorship, kind=kind, created_at=at)
    record("review.opened", by=None, about=review, kind=kind)
    return 1


@app.periodic(cron="50 6 * * *")
@app.task(name="reviews.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every morning."""
    open_due(now())
