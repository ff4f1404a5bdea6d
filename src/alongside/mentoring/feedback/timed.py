"""What time does to feedback: a second look is proposed when its day has come."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Feedback


@transaction.atomic
def propose_due(at: dt.datetime) -> int:
    """Ask the givers, once each, to look again; return how many.

    Nobody is asked in a pause, after the end, or when one of the two has left their circle.
    """
    rows = Feedback.objects.filter(
        look_again_on__lte=at.date(), looked_at=None, reminded_at=None,
        mentorship__state=Mentorship.State.ACTIVE,
    )  # fmt: skip
    stays = rows.filter(mentorship__people=F("giver")).filter(mentorship__people=F("receiver"))
    due = list(stays.select_for_update(skip_locked=True, of=("self",)))
    for feedback in due:
        feedback.reminded_at = at
        feedback.save(update_fields=["reminded_at"])
        record("feedback.second_look_due", by=None, about=feedback)
    return len(due)


@app.periodic(cron="40 * * * *")
@app.task(name="feedback.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every hour."""
    propose_due(now())
