"""On the day that somebody chose, they are asked what came of it."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from . import actions
from .models import Win


def ask_everybody(*, at: dt.datetime) -> int:
    """Ask once about each thing whose day has come."""
    due = list(Win.objects.due(at.date()))
    for win in due:
        actions.ask(win, by=None)
    return len(due)


@app.periodic(cron="25 6 * * *")
@app.task(name="wins.ask", queue="timed")
def ask_daily(timestamp: int) -> None:  # noqa: ARG001  the day it is for
    """Ask what came of what was done."""
    ask_everybody(at=now())
