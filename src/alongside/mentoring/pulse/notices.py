"""Everybody in the mentorship is told that a pulse is open."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell

from .models import Pulse


def tell_everybody(event: Event) -> None:
    """Six short questions wait."""
    pulse = about(event)
    if not isinstance(pulse, Pulse):
        return
    url = reverse("pulse.index", args=[pulse.mentorship.code])
    for one in pulse.mentorship.participants.all():
        tell(one.person, kind=event.verb, text=_("Six short questions: how is it going for you?"), url=url)
