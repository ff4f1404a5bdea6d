"""Who is told what about feedback: that something happened, never what was written."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import ByMail, tell

from .models import Feedback


def tell_the_giver_of_the_question(event: Event) -> None:
    """Somebody asks for feedback."""
    _say(event, "giver", _("{name} asks you for feedback"), letter=True)


def tell_the_receiver(event: Event) -> None:
    """There is feedback to read."""
    _say(event, "receiver", _("{name} gave you feedback"), letter=True)


def tell_the_giver_of_the_answer(event: Event) -> None:
    """The receiver said how it landed."""
    _say(event, "giver", _("{name} answered your feedback"))


def ask_for_the_second_look(event: Event) -> None:
    """Some weeks have passed."""
    _say(event, "giver", _("{name} has been trying something since your feedback. Look again"), letter=True)


def tell_the_receiver_of_the_second_look(event: Event) -> None:
    """The same person has looked again."""
    _say(event, "receiver", _("{name} looked again. See then and now"), letter=True)


def _say(event: Event, whom: str, words: str | Promise, *, letter: bool = False) -> None:
    feedback = about(event)
    if not isinstance(feedback, Feedback):
        return  # the question was taken back in the meantime
    reader: Person = getattr(feedback, whom)
    other = feedback.receiver if whom == "giver" else feedback.giver
    line = format_lazy(words, name=other.name)  # type: ignore[arg-type]  # it takes lazy words
    path = reverse("feedback.show", args=[feedback.code])
    by_mail = ByMail("mentoring/feedback/mail/told") if letter else None
    tell(reader, kind=event.verb, text=line, url=path, letter=by_mail)
