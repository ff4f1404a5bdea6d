"""Half a year after a decision, somebody is asked what came of it."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from . import actions
from .models import CareerDecision


def ask_everybody(*, at: dt.datetime) -> int:
    """Ask once about each decision whose day has come."""
    due = list(CareerDecision.objects.due(at.date()))
    for decision in due:
        actions.ask_for_review(decision, by=None)
    return len(due)


@app.periodic(cron="20 6 * * *")
@app.task(name="decisions.ask_for_reviews", queue="timed")
def ask_daily(timestamp: int) -> None:  # noqa: ARG001  the day it is for
    """Ask what came of what was decided."""
    ask_everybody(at=now())
