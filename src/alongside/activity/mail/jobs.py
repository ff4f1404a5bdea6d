"""The jobs that bring letters out: one for each new letter, and a sweep for what was left behind."""

from __future__ import annotations

from procrastinate.contrib.django import app

from alongside.kit.clock import now

from . import delivery


@app.task(name="mail.deliver", queue="mail")
def deliver(letter_id: int) -> None:
    """Deliver a letter that was just written; while the server is away it waits for the sweep."""
    delivery.deliver_with_others(letter_id, at=now())


@app.periodic(cron="* * * * *")
@app.task(name="mail.sweep", queue="mail", queueing_lock="mail.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says for which minute
    """Deliver what waits for another attempt, and what a killed worker left half done."""
    delivery.deliver_due(at=now())
