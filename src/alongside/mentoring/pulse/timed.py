"""What time does to pulses: one opens after every fourth meeting, or a month after the last."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Count, DateTimeField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Format

from .models import Pulse

EVERY_MEETINGS = 4
EVERY = dt.timedelta(days=30)
OPEN_FOR = dt.timedelta(days=14)


@transaction.atomic
def open_due(at: dt.datetime) -> int:
    """Open a pulse wherever one is due; return how many. A flash mentorship has none, a paused one waits."""
    newest = Pulse.objects.filter(mentorship=OuterRef("pk")).order_by("-number")
    since = Coalesce(Subquery(newest.values("created_at")[:1]), "created_at", output_field=DateTimeField())
    held = Meeting.objects.filter(
        mentorship=OuterRef("pk"), state=Meeting.State.HELD, starts_at__gt=OuterRef("since")
    )
    count = held.order_by().values("mentorship").annotate(held=Count("pk")).values("held")
    due = (
        Mentorship.objects.filter(state=Mentorship.State.ACTIVE)
        .exclude(format=Format.FLASH)
        .annotate(since=since, number=Coalesce(Subquery(newest.values("number")[:1]), 0))
        .annotate(held=Coalesce(Subquery(count), 0))
        .filter(Q(since__lte=at - EVERY) | Q(held__gte=EVERY_MEETINGS))
        .exclude(pulses__closes_at__gt=at)
    )
    return sum(_open(mentorship, at) for mentorship in due)


def _open(mentorship: Mentorship, at: dt.datetime) -> bool:
    number: int = mentorship.number + 1  # type: ignore[attr-defined]  # annotated by the query
    values = {"closes_at": at + OPEN_FOR, "created_at": at}
    pulse, fresh = Pulse.objects.get_or_create(mentorship=mentorship, number=number, defaults=values)
    if fresh:
        record("pulse.opened", by=None, about=pulse)
    return fresh


@app.periodic(cron="10 7 * * *")
@app.task(name="pulse.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every morning."""
    open_due(now())
