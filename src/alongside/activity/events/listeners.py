"""Who listens to which verb; the list itself is written on one page, ``config/wiring.py``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextvars import ContextVar

from alongside.kit.clock import now

from .models import Event

Listener = Callable[[Event], None]

LISTENERS: list[tuple[str, Listener]] = []

_told: ContextVar[dt.datetime | None] = ContextVar("told", default=None)


def moment() -> dt.datetime:
    """When what is being told happened: listeners hear of it a little later, or much later after a standstill."""
    return _told.get() or now()


def listeners_of(verb: str) -> list[Listener]:
    """Return the listeners of ``verb``, in the order of the page."""
    return [listener for name, listener in LISTENERS if name == verb]


def tell(event: Event) -> None:
    """Call every listener of this event."""
    token = _told.set(event.created_at)
    try:
        for listener in listeners_of(event.verb):
            listener(event)
    finally:
        _told.reset(token)
