"""What follows when somebody names a calendar: it is read at once."""

from __future__ import annotations

import contextlib

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from alongside.activity.events.models import Event

from .timed import read_now


def read_what_is_new(event: Event) -> None:  # noqa: ARG001  every listener hears the event
    """The calendar that was named is read within moments."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        read_now.defer()
