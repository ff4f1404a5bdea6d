"""Every morning: raise alerts with a reason, let go of those without, pass on what stands for a week."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Alert
from .queries import signs

WEEK = dt.timedelta(days=7)


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


def pass_on_what_stands(at: dt.datetime) -> int:
    """Tell coordinators, once, of what the pair left standing for a week; return how many alerts."""
    active = Alert.objects.standing().filter(mentorship__state=Mentorship.State.ACTIVE)
    waiting = active.filter(passed_on_at=None, created_at__lte=at - WEEK).order_by("pk")
    with transaction.atomic():
        alerts = list(waiting.select_for_update(of=("self",), skip_locked=True))
        for alert in alerts:
            alert.passed_on_at = at
            alert.save(update_fields=["passed_on_at"])
            record("alert.passed_on", by=None, about=alert)
    return len(alerts)


@app.periodic(cron="30 6 * * *")
@app.task(name="health.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every morning."""
    look_at_all(now())
    pass_on_what_stands(now())
