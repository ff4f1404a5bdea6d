"""A mentor is told that somebody trusts them with an entry, and nothing of what stands in it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell

from .models import Confidence


def tell_the_mentor_of_trust(event: Event) -> None:
    """An entry of a journal was shared with the mentor."""
    rows = Confidence.objects.select_related("entry__person", "mentor")
    shared = rows.filter(code=event.about_code).first()
    if shared is not None:  # it may have been taken back already
        name = shared.entry.person.name
        text = format_lazy(_("{name} shares an entry of their journal with you"), name=name)
        url = reverse("confidences.show", args=[shared.code])
        tell(shared.mentor, kind="confidence.shared", text=text, url=url)
