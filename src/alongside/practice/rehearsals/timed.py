"""Three months after a yes, somebody is asked what came of it."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from . import actions
from .models import Rehearsal

AFTER = dt.timedelta(days=90)
Decision = Rehearsal.Decision


def ask_everybody(*, at: dt.datetime) -> int:
    """Ask once for each decision of three months ago that led to something."""
    rows = Rehearsal.objects.filter(decision__in=[Decision.YES, Decision.PARTLY], decided_at__lte=at - AFTER)
    due = rows.filter(result_at=None, asked_at=None, owner__is_active=True).select_related("owner")
    for rehearsal in due:
        actions.ask_for_result(rehearsal, by=None)
    return len(due)


@app.periodic(cron="10 6 * * *")
@app.task(name="rehearsals.ask_for_results", queue="timed")
def ask_daily(timestamp: int) -> None:  # noqa: ARG001  the day it is for
    """Ask what came of what was decided."""
    ask_everybody(at=now())
