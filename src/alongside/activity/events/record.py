"""Record what happened, in the transaction of the change, and tell the listeners after it."""

from __future__ import annotations

import json
from typing import Any, Protocol

from django.apps import apps
from django.db import connection

from .jobs import tell_listeners
from .listeners import listeners_of
from .models import Event


class Thing(Protocol):
    """Anything with a code."""

    code: str


def record(verb: str, *, by: Any, about: Any, **details: str | int | bool | None) -> Event:
    """Write that ``by`` (a person, or None for time itself) did ``verb`` to ``about``.

    ``details`` are small facts (codes, counts, dates as text), never what somebody wrote in private. The
    listeners named in ``config/wiring.py`` run as a job that is enqueued in the same transaction.
    """
    event = Event(
        verb=verb, by=by, about_kind=about._meta.label_lower, about_code=about.code, details=details
    )
    if listeners_of(verb):
        _save_with_job(event)
    else:
        event.save(force_insert=True)
    return event


TOGETHER = """
    WITH event AS (
        INSERT INTO {table} (code, created_at, verb, by_id, about_kind, about_code, details)
        VALUES (%s, %s, %s, %s, %s, %s, %s::jsonb) RETURNING id
    )
    SELECT event.id, procrastinate_defer_jobs_v1(ARRAY[
        ROW(%s, %s, 0, NULL, NULL, jsonb_build_object('event_id', event.id), NULL)::procrastinate_job_to_defer_v1
    ]) FROM event
"""
"""An event and its job, as ``tell_listeners.defer`` would enqueue it: nearly every action waits for this."""


def _save_with_job(event: Event) -> None:
    told = (event.code, event.created_at, event.verb, event.by_id, event.about_kind, event.about_code)
    job = (tell_listeners.queue, tell_listeners.name)
    with connection.cursor() as cursor:
        statement = TOGETHER.format(table=connection.ops.quote_name(Event._meta.db_table))
        cursor.execute(statement, [*told, json.dumps(event.details), *job])
        event.pk = cursor.fetchone()[0]
    event._state.adding, event._state.db = False, connection.alias


def about(event: Event) -> Any:
    """Return the thing that the event is about, or None when it is gone."""
    model = apps.get_model(event.about_kind)
    return model._default_manager.filter(code=event.about_code).first()
