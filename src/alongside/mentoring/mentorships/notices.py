"""What follows when a mentorship moves, and when somebody leaves or blocks another."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell

from . import queries
from .models import Mentorship


def tell_the_others_of_a_pause(event: Event) -> None:
    """It rests."""
    _say(event, _("{name} paused your mentorship"))


def tell_the_others_of_going_on(event: Event) -> None:
    """It goes on."""
    _say(event, _("{name} took your mentorship up again"))


def tell_the_circle_who_joined(event: Event) -> None:
    """One more is in it: all but the mentor who took them in hear who; the newcomer hears by their request."""
    joined = Person.objects.filter(code=event.details["person"]).first()
    if joined is None:
        return
    mentorship = _mentorship(event)
    text = format_lazy(_("{name} joined your circle"), name=joined.name)
    for reader in queries.others(mentorship, joined):
        if reader != event.by:
            tell(reader, kind=event.verb, text=text, url=_path(mentorship))


def tell_the_others_of_the_end(event: Event) -> None:
    """It has ended: a line and a letter, and no reason."""
    mentorship = _mentorship(event)
    text = _("Your mentorship has ended")
    for reader in queries.others(mentorship, event.by) if event.by else mentorship.people.all():
        context = {
            "other_names": queries.names(queries.others(mentorship, reader)),
            "url": settings.BASE_URL + _path(mentorship),
        }
        letter = ByMail("mentoring/mentorships/mail/ended", context)
        tell(reader, kind=event.verb, text=text, url=_path(mentorship), letter=letter)


def _say(event: Event, words: str | Promise) -> None:
    mentorship = _mentorship(event)
    if event.by is None:
        return
    text = format_lazy(words, name=event.by.name)  # type: ignore[arg-type]  # it takes lazy words
    for reader in queries.others(mentorship, event.by):
        tell(reader, kind=event.verb, text=text, url=_path(mentorship))


def _mentorship(event: Event) -> Mentorship:
    return Mentorship.objects.with_people().get(code=event.about_code)


def _path(mentorship: Mentorship) -> str:
    return reverse("mentorships.show", args=[mentorship.code])
