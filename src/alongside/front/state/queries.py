"""Reading what does not get through: numbers and reasons, never what is in a letter or whose it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.devices.models import Device
from alongside.activity.devices.queries import refusals
from alongside.activity.mail.models import Letter
from alongside.kit.clock import now

LATE = dt.timedelta(minutes=30)
RECENT = dt.timedelta(days=7)


def state() -> dict[str, Any]:
    """Letters, jobs and rings, in five queries."""
    return {
        "mail_leaves": bool(settings.SMTP_HOST),
        "letters": _letters(),
        "problems": list(_failed().values("problem").annotate(number=Count("pk")).order_by("-number")[:10]),
        "jobs": list(_jobs()),
        "devices": Device.objects.count(),
        "refusals": refusals(),
    }


def _letters() -> dict[str, int]:
    """How many have waited too long, and how many are given up."""
    waiting = Q(state=Letter.State.WAITING, created_at__lt=now() - LATE)
    due = Q(not_before=None) | Q(not_before__lt=now() - LATE)
    return Letter.objects.aggregate(
        late=Count("pk", filter=waiting & due),
        failed=Count("pk", filter=Q(state=Letter.State.FAILED, created_at__gt=now() - RECENT)),
    )


def _failed() -> Any:  # Any: letters, then rows of values
    return Letter.objects.filter(state=Letter.State.FAILED, created_at__gt=now() - RECENT)


def _jobs() -> Any:  # Any: rows of values
    """The kinds of work that were tried in vain as often as they are tried."""
    return (
        ProcrastinateJob.objects.filter(status="failed")
        .values("task_name")
        .annotate(number=Count("pk"))
        .order_by("-number", "task_name")[:20]
    )
