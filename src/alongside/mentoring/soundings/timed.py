"""What time does to soundings: after three weeks a round is over."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from . import actions
from .models import Sounding, SoundingQuerySet

RESTING = (Mentorship.State.PAUSED, Mentorship.State.FROZEN)


@transaction.atomic
def close_due(at: dt.datetime) -> int:
    """Close what nobody answers any more; return how many. In a pause it waits, and so does the notice."""
    return _close(Sounding.objects.open().filter(closes_at__lte=at).exclude(mentorship__state__in=RESTING))


@transaction.atomic
def close_of(mentorship: Mentorship, person: Person | None = None) -> int:
    """Close what is open in a mentorship that has ended, or of a person who left it; return how many."""
    rows = Sounding.objects.open().filter(mentorship=mentorship)
    return _close(rows.filter(person=person) if person else rows)


def _close(rows: SoundingQuerySet) -> int:
    due = list(rows.select_for_update(skip_locked=True, of=("self",)))
    for sounding in due:
        actions.close(sounding, by=None)
    return len(due)


@app.periodic(cron="50 * * * *")
@app.task(name="soundings.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every hour."""
    close_due(now())
