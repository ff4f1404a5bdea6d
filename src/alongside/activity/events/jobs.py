"""The job that tells the listeners."""

from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from .listeners import tell
from .models import Event


@app.task(name="events.tell_listeners", queue="events", retry=8)
def tell_listeners(event_id: int) -> None:
    """Tell everyone who listens, all or none: a listener that fails is tried again with the others."""
    with transaction.atomic():
        tell(Event.objects.get(pk=event_id))
