"""A mentor is told that somebody wants to rehearse with them, and what was decided on the day."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.queries import others

from .models import Rehearsal


def take_back_what_was_shared(event: Event) -> None:
    """Somebody left a circle: their rehearsals are theirs alone."""
    shared = Rehearsal.objects.filter(owner__code=event.details["person"])
    shared.filter(mentorship__code=event.about_code).update(mentorship=None)


def ask_the_others_to_listen(event: Event) -> None:
    """A rehearsal was planned together."""
    _tell(event, _("{name} wants to rehearse something with you"))


def tell_the_others_of_the_decision(event: Event) -> None:
    """The day was there, and something was decided."""
    _tell(event, _("{name} tells what was decided on the proposal that you rehearsed"))


def ask_what_came_of_it(event: Event) -> None:
    """Three months have passed since the decision."""
    rehearsal = Rehearsal.objects.for_list().filter(code=event.about_code).first()
    if rehearsal is not None:
        url = reverse("rehearsals.tell_result", args=[rehearsal.code])
        tell(
            rehearsal.owner, kind="rehearsal", text=_("Three months on: what came of your proposal?"), url=url
        )


def tell_the_others_of_the_result(event: Event) -> None:
    """Something came of it."""
    _tell(event, _("{name} tells what came of the proposal that you rehearsed"))


def _tell(event: Event, line: StrOrPromise) -> None:
    rehearsal = Rehearsal.objects.for_list().filter(code=event.about_code).first()
    if rehearsal is None or rehearsal.mentorship is None:
        return
    text, url = (
        format_lazy(line, name=rehearsal.owner.name),
        reverse("rehearsals.show", args=[rehearsal.code]),
    )
    for person in others(rehearsal.mentorship, rehearsal.owner):
        tell(person, kind="rehearsal", text=text, url=url)
