"""What tests ask of this area: let the listeners hear what was recorded, and look at the letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from alongside.activity.events.listeners import tell
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter


@pytest.fixture
def tell_everyone(db: None) -> Callable[[], None]:  # noqa: ARG001  the fixture is wanted for its effect
    """``tell_everyone()`` runs the listeners of every event recorded since the last call.

    A test's transaction never commits, so that no worker would ever see its jobs. Events that the
    listeners record are told as well.
    """
    told = set(Event.objects.values_list("pk", flat=True))

    def run() -> None:
        while new := list(Event.objects.exclude(pk__in=told).order_by("pk")):
            for event in new:
                told.add(event.pk)
                tell(event)

    return run


@pytest.fixture
def letters(db: None, settings: Any) -> Callable[..., list[Letter]]:  # noqa: ARG001  Any: pytest-django's
    """``letters()`` are all letters so far, oldest first; ``letters(to=cast.ben)`` are those to Ben.

    Django's tests catch mail before it comes to our outbox; here it arrives.
    """
    settings.EMAIL_BACKEND = "alongside.activity.mail.backend.Outbox"

    def written(to: Any = None) -> list[Letter]:  # Any: a person or an address
        every = Letter.objects.order_by("pk")
        return list(every if to is None else every.filter(to=getattr(to, "email", to)))

    return written
