"""A person is asked what came of something; the notice says nothing of what it was."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell

from .models import Win


def ask_what_came_of_it(event: Event) -> None:
    """The day has come."""
    win = Win.objects.filter(code=event.about_code).select_related("person").first()
    if win is not None:
        url = reverse("wins.tell", args=[win.code])
        tell(win.person, kind="win", text=_("You wanted to be asked: what came of it?"), url=url)
