"""Who hears of suggested times."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.meetings.models import Suggestion
from alongside.mentoring.mentorships.queries import others


def tell_the_others_of_times(event: Event) -> None:
    """Somebody suggested times: the others pick one."""
    suggestion = _suggestion(event)
    if suggestion.closed_at:
        return
    url = reverse("suggestions.show", args=[suggestion.code])
    for reader in others(suggestion.mentorship, suggestion.by):
        context = {"suggestion": suggestion, "url": settings.BASE_URL + url}
        line = format_lazy(_("{name} suggests times for a meeting"), name=suggestion.by.name)
        letter = ByMail("mentoring/suggestions/mail/made", context)
        tell(reader, kind="suggestion.made", text=line, url=url, letter=letter)


def tell_who_suggested_of_none(event: Event) -> None:
    """None of the times suits: whoever suggested them tries others."""
    suggestion = _suggestion(event)
    url = reverse("suggestions.suggest", args=[suggestion.mentorship.code])
    line = _("None of the times that you suggested suits")
    tell(suggestion.by, kind="suggestion.declined", text=line, url=url, letter=ByMail())


def _suggestion(event: Event) -> Suggestion:
    rows = Suggestion.objects.select_related("by", "mentorship").prefetch_related("mentorship__participants")
    return rows.get(code=event.about_code)
