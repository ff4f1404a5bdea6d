"""Every morning: raise the alerts for which there is a reason, and let go of those whose reason has gone."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Alert
from .queries import signs


def look_at_all(at: dt.datetime) -> int:
    """Look at every mentorship under way; return how many alerts were raised. A paused one rests."""
    active = Mentorship.objects.filter(state=Mentorship.State.ACTIVE).with_people()
    return sum(look_at(mentorship, at) for mentorship in active.iterator(chunk_size=500))


@transaction.atomic
def look_at(mentorship: Mentorship, at: dt.datetime) -> int:
    """Look at one; return how many alerts are new."""
    found = signs(mentorship, at)
    standing = Alert.objects.standing().filter(mentorship=mentorship)
    known = set(standing.values_list("kind", flat=True))
    standing.exclude(kind__in=found).update(over_at=at)
    return sum(_raise(mentorship, kind, at) for kind in sorted(found - known))


def _raise(mentorship: Mentorship, kind: str, at: dt.datetime) -> bool:
    alert = Alert.objects.create(mentorship=mentorship, kind=kind, created_at=at)
    record("alert.raised", by=None, about=alert, kind=kind)
    return True


@app.periodic(cron="30 6 * * *")
@app.task(name="health.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every morning."""
    look_at_all(now())
