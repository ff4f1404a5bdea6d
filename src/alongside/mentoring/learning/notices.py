"""The mentee hears that the mentor made something of it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.queries import mentees

from .models import Learning


def tell_the_mentees(event: Event) -> None:
    """Something the mentee showed is part of the mentor's work now."""
    learning = about(event)
    if not isinstance(learning, Learning):
        return
    url = reverse("learning.index", args=[learning.mentorship.code])
    line = format_lazy(_("{name} adopted something learned from you"), name=learning.learner.name)
    for mentee in mentees(learning.mentorship):
        tell(mentee, kind=event.verb, text=line, url=url)
