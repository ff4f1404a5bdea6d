"""Who is told what about soundings: that there is something to read, never what it says."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import others

from .models import Sounding
from .timed import close_of

LETTER = ByMail("mentoring/soundings/mail/told")


def tell_who_asked(event: Event) -> None:
    """The round is over, and not by their own hand."""
    sounding = _about(event)
    if event.by_id is None and sounding.mentorship.is_running:
        line = _("What your colleagues said is there to read")
        tell(sounding.person, kind=event.verb, text=line, url=_page(sounding), letter=LETTER)


def tell_the_others(event: Event) -> None:
    """Somebody shows what their colleagues said."""
    sounding = _about(event)
    line = format_lazy(_("{name} shows you what colleagues said"), name=sounding.person.name)
    for reader in others(sounding.mentorship, sounding.person):
        tell(reader, kind=event.verb, text=line, url=_page(sounding))


def close_what_is_open(event: Event) -> None:
    """A mentorship has ended: no link of it goes on, and what was said can be read."""
    close_of(Mentorship.objects.get(code=event.about_code))


def close_what_is_open_of_who_left(event: Event) -> None:
    """Somebody left a circle: the questions to their colleagues end, and what was said stays theirs to read."""
    person = Person.objects.filter(code=event.details["person"]).first()
    if person is not None:
        close_of(Mentorship.objects.get(code=event.about_code), person)


def _about(event: Event) -> Sounding:
    sounding = about(event)
    assert isinstance(sounding, Sounding)
    return sounding


def _page(sounding: Sounding) -> str:
    return reverse("soundings.index", args=[sounding.mentorship.code])
