"""What time does to introductions: they run out after 14 days, and their outcome is asked for twice."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Introduction, IntroductionQuerySet
from .queries import RESULTS, newest_outcome

FIRST, SECOND = dt.timedelta(days=30), dt.timedelta(days=90)


@transaction.atomic
def expire_due(at: dt.datetime) -> int:
    """End what nobody answered in time; return how many."""
    return _expire(Introduction.objects.under_way().filter(expires_at__lte=at), at)


@transaction.atomic
def expire_of(mentorship: Mentorship, at: dt.datetime, person: Person | None = None) -> int:
    """End what is under way in a mentorship that has ended, or of a person who left it; return how many."""
    rows = Introduction.objects.under_way().filter(mentorship=mentorship)
    return _expire(rows.filter(Q(mentee=person) | Q(mentor=person)) if person else rows, at)


@transaction.atomic
def ask_due(at: dt.datetime) -> int:
    """Ask the mentees what came of their introductions, after 30 and after 90 days; return how many."""
    first = Q(first_asked_at=None, closed_at__lte=at - FIRST)
    second = Q(second_asked_at=None, closed_at__lte=at - SECOND)
    rows = Introduction.objects.made().filter(first | second).exclude(mentorship__state="paused")
    due = list(rows.select_for_update(skip_locked=True, of=("self",)).prefetch_related("outcomes"))
    return sum(_ask(introduction, at) for introduction in due)


def _ask(introduction: Introduction, at: dt.datetime) -> bool:
    """Note that this round is over; ask only who has not told already what came of it."""
    told = newest_outcome(introduction)
    is_second = introduction.closed_at is not None and introduction.closed_at <= at - SECOND
    introduction.first_asked_at = introduction.first_asked_at or at
    introduction.second_asked_at = at if is_second else None
    introduction.save(update_fields=["first_asked_at", "second_asked_at"])
    if told is not None and (not is_second or told.kind in RESULTS):
        return False
    record("introduction.outcome_asked", by=None, about=introduction)
    return True


def _expire(rows: IntroductionQuerySet, at: dt.datetime) -> int:
    due = list(rows.select_for_update(skip_locked=True, of=("self",)))
    for introduction in due:
        introduction.state, introduction.closed_at = Introduction.State.EXPIRED, at
        introduction.save(update_fields=["state", "closed_at"])
        record("introduction.expired", by=None, about=introduction)
    return len(due)


@app.periodic(cron="20 * * * *")
@app.task(name="introductions.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every hour: end what ran out, ask what came of the rest."""
    expire_due(now())
    ask_due(now())
