"""Record what happened, in the transaction of the change, and tell the listeners after it."""

from __future__ import annotations

from typing import Any, Protocol

from django.apps import apps

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
    event = Event.objects.create(
        verb=verb, by=by, about_kind=about._meta.label_lower, about_code=about.code, details=details
    )
    if listeners_of(verb):
        tell_listeners.defer(event_id=event.pk)
    return event


def about(event: Event) -> Any:
    """Return the thing that the event is about, or None when it is gone."""
    model = apps.get_model(event.about_kind)
    return model._default_manager.filter(code=event.about_code).first()
