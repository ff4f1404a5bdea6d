"""Who is told what about an introduction: that something happened, never what was written."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import ByMail, tell
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from .models import Introduction
from .timed import expire_of


def tell_the_mentor_of_it(event: Event) -> None:
    """A mentee asks for an introduction."""
    introduction = _about(event)
    line = format_lazy(_("{name} asks you for an introduction"), name=introduction.mentee.name)
    _say(event, introduction, introduction.mentor, line, letter=True)


def tell_the_mentee_of_the_introduction(event: Event) -> None:
    """Everybody said yes; the mentee writes first."""
    introduction = _about(event)
    line = _("You have been introduced. Write to them within two days")
    _say(event, introduction, introduction.mentee, line, letter=True)


def tell_both_of_the_yes(event: Event) -> None:
    """The mentee is introduced, and the mentor is out of it."""
    tell_the_mentee_of_the_introduction(event)
    introduction = _about(event)
    line = format_lazy(_("{name} has been introduced. You can step back now"), name=introduction.mentee.name)
    _say(event, introduction, introduction.mentor, line)


def tell_the_mentee_of_a_no(event: Event) -> None:
    """Not now; the same words whoever said no, and when nobody answered."""
    introduction = _about(event)
    line = _("An introduction you asked for is not possible now")
    _say(event, introduction, introduction.mentee, line, kind="introduction.not_now")


def tell_the_mentor_of_the_answer(event: Event) -> None:
    """The third person said no: the mentee reads only "not now"."""
    introduction = _about(event)
    _say(event, introduction, introduction.mentor, _("The person you asked would rather not be introduced"))
    tell_the_mentee_of_a_no(event)


def tell_the_mentor_of_withdrawal(event: Event) -> None:
    """The mentee took it back."""
    introduction = _about(event)
    line = format_lazy(_("{name} took the wish for an introduction back"), name=introduction.mentee.name)
    _say(event, introduction, introduction.mentor, line)


def ask_the_mentee(event: Event) -> None:
    """What came of it?"""
    introduction = _about(event)
    _say(event, introduction, introduction.mentee, _("What came of your introduction?"), letter=True)


def tell_the_mentor_of_the_outcome(event: Event) -> None:
    """Something came of a door that the mentor opened."""
    introduction = _about(event)
    line = format_lazy(_("{name} told what came of your introduction"), name=introduction.mentee.name)
    _say(event, introduction, introduction.mentor, line)


def tell_the_mentor_of_thanks(event: Event) -> None:
    """The mentee said thank you."""
    introduction = _about(event)
    line = format_lazy(_("{name} thanks you for an introduction"), name=introduction.mentee.name)
    _say(event, introduction, introduction.mentor, line, letter=True)


def end_what_is_under_way(event: Event) -> None:
    """A mentorship has ended: no introduction of it goes on."""
    mentorship = Mentorship.objects.get(code=event.about_code)
    expire_of(mentorship, now())


def end_what_is_under_way_of_who_left(event: Event) -> None:
    """Somebody left a circle: no introduction that they asked for or would make in it goes on."""
    person = Person.objects.filter(code=event.details["person"]).first()
    if person is not None:
        expire_of(Mentorship.objects.get(code=event.about_code), now(), person)


def _about(event: Event) -> Introduction:
    introduction = about(event)
    assert isinstance(introduction, Introduction)
    return introduction


def _say(
    event: Event,
    introduction: Introduction,
    reader: Person,
    line: str | Promise,
    *,
    letter: bool = False,
    kind: str = "",
) -> None:
    path = reverse("introductions.show", args=[introduction.code])
    by_mail = ByMail("mentoring/introductions/mail/told") if letter else None
    tell(reader, kind=kind or event.verb, text=line, url=path, letter=by_mail)
