"""A draft that was asked for is worked out by a job, and coordinators are told when it is their turn."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.queries import coordinators_of
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.matching.rounds.models import Round, Run

from .running import decide_later


def begin_the_work(event: Event) -> None:
    """Somebody asked for a draft."""
    run = Run.objects.filter(code=event.about_code, state=Run.State.WAITING).first()
    if run is not None:
        decide_later.defer(run_id=run.pk)


def ask_a_second_pair_of_eyes(event: Event) -> None:
    """A draft is proposed: the other coordinators look at it."""
    round = Round.objects.select_related("programme__organisation").get(code=event.about_code)
    text = _("A draft of matches waits for a second pair of eyes")
    for person in coordinators_of([round.programme.organisation]):
        if person.pk != round.proposed_by_id:
            context = {"round": round, "url": settings.BASE_URL + _path(round)}
            letter = ByMail("matching/publishing/mail/proposed", context)
            tell(person, kind="round", text=text, url=_path(round), letter=letter)


def tell_who_proposed(event: Event) -> None:
    """The draft was approved or sent back."""
    round = Round.objects.select_related("proposed_by").get(code=event.about_code)
    text = _("Your draft was approved") if round.reviewed_by_id else _("Your draft was sent back")
    if round.proposed_by is not None and round.proposed_by != event.by:
        _say(round, round.proposed_by, text)


def tell_who_decided(event: Event) -> None:
    """A draft is worked out."""
    run = Run.objects.select_related("round", "by").get(code=event.about_code)
    if run.by is not None:
        _say(run.round, run.by, _("The draft of your round is ready"))


def _say(round: Round, reader: Person, text: Promise) -> None:
    tell(reader, kind="round", text=text, url=_path(round))


def _path(round: Round) -> str:
    return reverse("rounds.show", args=[round.code])
