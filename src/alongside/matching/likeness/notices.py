"""Somebody has written something: what it is like is taken in anew."""

from __future__ import annotations

from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.matching.briefs.models import Brief

from . import making

WRITINGS = ("position", "transition", "launch", "story")
"""Parts of a career."""


def take_of_who_wrote(event: Event) -> None:
    """A profile or a career has changed."""
    thing = about(event)
    person = getattr(thing, "person_id", None) or event.by_id
    if person is not None:
        making.take_of_people([person])


def take_of_the_brief(event: Event) -> None:
    """A goal was written."""
    making.take_of_briefs(list(Brief.objects.filter(code=event.about_code)))
