"""Who is told that something was written before the first meeting; never what."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import others


def ask_the_others_to_write(event: Event) -> None:
    """Somebody has written; changing it asks nobody anew."""
    if not event.details.get("again"):
        _tell(event, _("{name} has written something for your first meeting. Write yours"))


def tell_the_others_to_read(event: Event) -> None:
    """Everybody has."""
    _tell(event, _("{name} has written too. Read what you have in common"))


def _tell(event: Event, words: str | Promise) -> None:
    mentorship, writer = Mentorship.objects.get(code=event.about_code), event.by
    if writer is None or not mentorship.is_running:
        return
    line = format_lazy(words, name=writer.name)  # type: ignore[arg-type]  # it takes lazy words
    path = reverse("common_ground.show", args=[mentorship.code])
    for reader in others(mentorship, writer):
        tell(reader, kind=event.verb, text=line, url=path)
