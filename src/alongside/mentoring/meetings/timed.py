"""What time does to meetings: invitations when they come near, a reminder when nobody prepared."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from . import actions
from .models import Meeting, MeetingQuerySet, Series

INVITE_AHEAD = dt.timedelta(days=35)
PREPARE_AHEAD = dt.timedelta(hours=24)


@transaction.atomic
def invite_due(at: dt.datetime) -> int:
    """Invite to the meetings that have come near; each once. Returns how many."""
    due = _coming(at, INVITE_AHEAD).filter(invited_at=None)
    for meeting in due:
        meeting.invited_at = at
        meeting.save(update_fields=["invited_at"])
        record("meeting.invited", by=meeting.organiser, about=meeting, sequence=meeting.sequence)
    return len(due)


@transaction.atomic
def remind_due(at: dt.datetime) -> int:
    """Remind who has still to prepare a meeting of the next 24 hours; each once. Returns how many."""
    due = _coming(at, PREPARE_AHEAD).unprepared().filter(reminded_at=None)
    for meeting in due:
        meeting.reminded_at = at
        meeting.save(update_fields=["reminded_at"])
        record("meeting.unprepared", by=None, about=meeting)
    return len(due)


def end_with(mentorship: Mentorship) -> int:
    """Cancel what is still planned when a mentorship ends. Returns how many."""
    count = 0
    for series in Series.objects.filter(mentorship=mentorship, ended_at=None):
        count += Meeting.objects.planned().filter(series=series, starts_at__gt=now()).count()
        actions.cancel_series(series, now(), by=None)
    planned = list(Meeting.objects.planned().filter(mentorship=mentorship, starts_at__gt=now()).with_people())
    for meeting in planned:
        actions.cancel(meeting, by=None)
    return len(planned) + count


def _coming(at: dt.datetime, within: dt.timedelta) -> MeetingQuerySet:
    active = Meeting.objects.planned().filter(mentorship__state=Mentorship.State.ACTIVE)
    near = active.filter(starts_at__gt=at, starts_at__lte=at + within)
    return near.select_for_update(skip_locked=True, of=("self",)).select_related("mentorship", "organiser")


@app.periodic(cron="*/5 * * * *")
@app.task(name="meetings.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every five minutes: invite, then remind."""
    invite_due(now())
    remind_due(now())
