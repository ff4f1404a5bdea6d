"""Who is told what about a goal: that something happened, never what it says."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.queries import others

from .models import Goal


def tell_the_others_of_it(event: Event) -> None:
    """A goal was written or changed: the other side agrees."""
    _say(event, _("{name} wrote a goal. Read its five levels and agree"))


def tell_the_others_of_the_yes(event: Event) -> None:
    """The levels are agreed."""
    _say(event, _("{name} agreed to the levels of a goal"))


def tell_the_others_of_progress(event: Event) -> None:
    """Something moved."""
    _say(event, _("{name} told progress on a goal"))


def tell_the_others_of_the_result(event: Event) -> None:
    """A goal is completed."""
    _say(event, _("{name} completed a goal"))


def _say(event: Event, words: str | Promise) -> None:
    """Tell everybody in the mentorship but the one who did it. A goal that is gone tells nobody."""
    goal = Goal.objects.for_show().filter(code=event.about_code).first()
    if goal is None or event.by is None:
        return
    text = format_lazy(words, name=event.by.name)  # type: ignore[arg-type]  # it takes lazy words
    url = reverse("goals.show", args=[goal.code])
    for reader in others(goal.mentorship, event.by):
        tell(reader, kind=event.verb, text=text, url=url)
