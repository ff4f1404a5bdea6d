"""A mentor is told that an interview waits to be read."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.queries import others

from .models import Interview


def take_back_what_was_shared(event: Event) -> None:
    """Somebody left a circle: their interviews are theirs alone."""
    shared = Interview.objects.filter(owner__code=event.details["person"])
    shared.filter(mentorship__code=event.about_code).update(mentorship=None)


def ask_the_others_to_read(event: Event) -> None:
    """A mock interview is over."""
    interview = Interview.objects.for_list().filter(code=event.about_code).first()
    if interview is None or interview.mentorship is None:
        return
    text = format_lazy(_("{name} would like you to read a mock interview"), name=interview.owner.name)
    for person in others(interview.mentorship, interview.owner):
        tell(person, kind="interview", text=text, url=reverse("interviews.show", args=[interview.code]))
