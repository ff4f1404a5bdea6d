"""Who listens to which verb; the list itself is written on one page, ``config/wiring.py``."""

from __future__ import annotations

from collections.abc import Callable

from .models import Event

Listener = Callable[[Event], None]

LISTENERS: list[tuple[str, Listener]] = []


def listeners_of(verb: str) -> list[Listener]:
    """Return the listeners of ``verb``, in the order of the page."""
    return [listener for name, listener in LISTENERS if name == verb]


def tell(event: Event) -> None:
    """Call every listener of this event."""
    for listener in listeners_of(event.verb):
        listener(event)
