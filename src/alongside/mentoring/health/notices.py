"""An alert goes to the pair, and to nobody else."""

from __future__ import annotations

from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell

from .models import Alert


def tell_the_pair(event: Event) -> None:
    """Something should be talked about."""
    alert = about(event)
    if not isinstance(alert, Alert):
        return
    url = reverse("health.show", args=[alert.mentorship.code])
    text = Alert.Kind(alert.kind).label
    for one in alert.mentorship.participants.all():
        tell(one.person, kind=event.verb, text=text, url=url)
