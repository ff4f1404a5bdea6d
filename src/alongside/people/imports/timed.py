"""What was brought and left lying is forgotten: a roster is a list of people who do not know of it yet."""

from __future__ import annotations

import datetime as dt

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from .models import Import

KEEP = dt.timedelta(days=14)


def forget_left(*, at: dt.datetime) -> None:
    """Remove what was neither applied nor dropped within two weeks."""
    Import.objects.filter(applied_at=None, created_at__lt=at - KEEP).delete()


@app.periodic(cron="31 3 * * *")
@app.task(name="imports.forget_left", queueing_lock="imports.forget_left")
def forget_nightly(timestamp: int) -> None:  # noqa: ARG001  which night it is for
    """Forget what was left lying."""
    forget_left(at=now())
