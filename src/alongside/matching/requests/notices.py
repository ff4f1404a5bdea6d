"""Who is told what about a request. Before acceptance nobody is named who wants not to be."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.kit.clock import now

from . import invitations, queries, timed
from .models import Request


def tell_the_mentor_of_it(event: Event) -> None:
    """A request has come, or has moved up the waiting list."""
    asked = _asked(event)
    if asked.state == Request.State.WAITING:
        return
    _say(asked, asked.mentor, "sent", _("You have a request"))


def remind_the_mentor(event: Event) -> None:
    """Three days are left to answer."""
    asked = _asked(event)
    _say(asked, asked.mentor, "reminded", _("A request waits for your answer"))


def tell_the_mentee_of_acceptance(event: Event) -> None:
    """The mentor has accepted."""
    asked = _asked(event)
    _say(asked, asked.mentee, "accepted", _("Your request was accepted"))


def tell_the_mentee_of_decline(event: Event) -> None:
    """Not a fit now: never the reason."""
    asked = _asked(event)
    _say(asked, asked.mentee, "declined", _("Not a fit now"))


def tell_the_mentee_of_the_end(event: Event) -> None:
    """Nobody answered in time."""
    asked = _asked(event)
    _say(asked, asked.mentee, "expired", _("Your request was not answered in time"))


def tell_the_mentee_of_times(event: Event) -> None:
    """The mentor proposes a call first."""
    asked = _asked(event)
    _say(asked, asked.mentee, "chemistry", _("The mentor you asked proposes a call of 20 minutes"))


def tell_both_of_the_call(event: Event) -> None:
    """A time for the call is fixed; both get it for their calendar."""
    asked = _asked(event)
    if asked.chemistry_at is None:
        return
    for reader in (asked.mentor, asked.mentee):
        calendar = invitations.call(asked, reader)
        _say(asked, reader, "call", _("Your call of 20 minutes is fixed"), calendar=calendar)


def tell_the_mentor_of_withdrawal(event: Event) -> None:
    """Taken back: a line in the product is enough."""
    asked = _asked(event)
    tell(asked.mentor, kind=event.verb, text=_("A request was withdrawn"), url=_path(asked))


def tell_the_mentee_of_the_place(event: Event) -> None:
    """The line moved: the mentor now has the request before them."""
    asked = _asked(event)
    _say(asked, asked.mentee, "place", _("A place is free, and your request is with the mentor"))


def move_the_line(event: Event) -> None:
    """A place may be free: the first in line comes before the mentor."""
    mentor = Person.objects.filter(offer__code=event.about_code).first()
    if mentor is not None:
        timed.move_the_line(mentor, now())


def end_what_is_open(event: Event) -> None:
    """Somebody has left: nobody waits for their answer any longer."""
    person = Person.objects.filter(code=event.about_code).first()
    if person is not None:
        timed.end_with(person, now())


def _asked(event: Event) -> Request:
    return Request.objects.for_list().get(code=event.about_code)


def _say(asked: Request, reader: Person, letter: str, line: str | Promise, *, calendar: str = "") -> None:
    other = queries.name_for(asked, reader)
    by_mail = ByMail(
        f"matching/requests/mail/{letter}",
        {"asked": asked, "other_name": other, "url": settings.BASE_URL + _path(asked)},
        calendar=calendar,
        method="REQUEST" if calendar else "",
    )
    tell(reader, kind=f"request.{letter}", text=line, url=_path(asked), letter=by_mail)


def _path(asked: Request) -> str:
    return reverse("requests.show", args=[asked.code])
