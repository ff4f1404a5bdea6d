"""Who hears of a concern, and of a mentorship that is frozen or goes on. What was told stands in no notice."""

from __future__ import annotations

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.events.record import about
from alongside.activity.notices.telling import tell
from alongside.mentoring.mentorships.models import Mentorship

from .models import Concern


def tell_the_helper(event: Event) -> None:
    """Somebody turns to them."""
    concern = Concern.objects.select_related("helper").get(code=event.about_code)
    _say(concern.helper, event, concern, _("Somebody asks you for help. Read it within one working day"))


def tell_the_asker(event: Event) -> None:
    """It was read, or seen to."""
    concern = Concern.objects.select_related("asker", "helper").get(code=event.about_code)
    taken = event.verb == "concern.taken"
    words = (
        _("{name} has read what you wrote and sees to it") if taken else _("{name} tells you what was done")
    )
    line = format_lazy(words, name=concern.helper.name)
    _say(concern.asker, event, concern, line)


def tell_all_of_a_freeze(event: Event) -> None:
    """Everybody in the mentorship is told the same, plainly, and not why."""
    _tell_all(event, _("{name} has frozen your mentorship for now: nothing is sent or booked"))


def tell_all_of_going_on(event: Event) -> None:
    """It goes on."""
    _tell_all(event, _("{name} lets your mentorship go on"))


def _say(reader: Person, event: Event, concern: Concern, line: str | Promise) -> None:
    tell(reader, kind=event.verb, text=line, url=reverse("help.show", args=[concern.code]))


def _tell_all(event: Event, words: str | Promise) -> None:
    mentorship = about(event)
    if not isinstance(mentorship, Mentorship) or event.by is None:
        return
    line = format_lazy(words, name=event.by.name)  # type: ignore[arg-type]  # it takes lazy words
    url = reverse("mentorships.show", args=[mentorship.code])
    for one in mentorship.participants.all():
        tell(one.person, kind=event.verb, text=line, url=url)
