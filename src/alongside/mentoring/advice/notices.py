"""The mentor hears what became of their advice."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.mentorships.rules import is_in

from .models import Advice


def tell_the_mentor(event: Event) -> None:
    """A result has come: the letter says that, the product says what. Who has left the circle hears nothing."""
    advice = Advice.objects.select_related("mentor", "mentorship").get(code=event.about_code)
    if not is_in(advice.mentor, advice.mentorship):
        return
    path = reverse("advice.index", args=[advice.mentorship.code], query={"state": "told"})
    line = _("Something came of your advice")
    letter = ByMail("mentoring/advice/mail/reported")
    tell(advice.mentor, kind=event.verb, text=line, url=f"{path}#{advice.code}", letter=letter)
