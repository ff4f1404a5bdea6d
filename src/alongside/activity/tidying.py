"""Forget, every night, what has done its work: letters, and the marks of forms that were sent."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from .mail.models import Letter
from .once.models import Once

KEEP_LETTERS = dt.timedelta(days=30)
KEEP_MARKS = dt.timedelta(days=2)


def tidy(*, at: dt.datetime) -> None:
    """Remove letters after a month, sent or given up, and marks after two days."""
    Letter.objects.filter(created_at__lt=at - KEEP_LETTERS).delete()
    Once.objects.filter(created_at__lt=at - KEEP_MARKS).delete()


@app.periodic(cron="29 3 * * *")
@app.task(name="activity.tidy", queueing_lock="activity.tidy")
def tidy_nightly(timestamp: int) -> None:  # noqa: ARG001  which night it is for
    """Tidy up."""
    tidy(at=now())
