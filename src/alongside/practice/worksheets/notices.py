"""What follows for worksheets when somebody leaves a circle."""

from __future__ import annotations

from alongside.activity.events.models import Event

from . import actions
from .models import Worksheet


def take_back_what_was_shared(event: Event) -> None:
    """Somebody left a circle: their worksheets are theirs alone."""
    shared = Worksheet.objects.filter(owner__code=event.details["person"], mentorship__code=event.about_code)
    for worksheet in shared.select_related("owner"):
        actions.unshare(worksheet, by=worksheet.owner)
