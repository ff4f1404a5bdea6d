"""What the profile does when something happens elsewhere."""

from __future__ import annotations

from alongside.activity.events.models import Event

from . import actions


def begin_a_profile(event: Event) -> None:
    """Whoever agreed to the code of conduct has a profile from then on."""
    if event.by is not None:
        actions.begin(event.by, by=event.by)
