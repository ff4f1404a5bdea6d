"""What can be done to a request. The last place of a mentor is never given twice."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.kept import Kept
from alongside.kit.rules import require
from alongside.matching.briefs.models import Brief
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.actions import take_place

from . import rules
from .joining import circles_for
from .models import Request
from .standing import Standing, standing

OPEN_AT_MOST = 3
ANSWER_WITHIN = dt.timedelta(days=7)
CALL_WITHIN = dt.timedelta(days=90)
"""A request waits as long as its call: nobody lets it wait for years."""
MOST_TIMES = 3
State = Request.State


@transaction.atomic
def send(
    mentor: Person,
    *,
    by: Person,
    brief: Brief | None,
    goal: str,
    question: str,
    format: str = "long",
    identity_light: bool = False,
) -> Request:
    """Ask a mentor: one goal and one specific question. With a full mentor it joins the waiting list.

    Raises ``Refused`` when either side has three open requests, when these two have one already, or when
    the mentor takes none now.
    """
    request = Request(mentor=mentor, mentee=by, brief=brief, goal=goal, format=format, key_id=by.key_id)
    require(rules.can_send(by, request))
    _lock(mentor, by)
    found = standing(mentor, by)
    if found is None or (found.offer.paused_until and found.offer.paused_until > now().date()):
        raise Refused(_("This mentor takes no requests at the moment. Save them and look again later."))
    request.question = question
    request.identity_light = identity_light or found.offer.person.profile.identity_light
    _place(request, found)
    request.save()
    record("request.sent", by=by, about=request, state=request.state)
    return request


def _lock(mentor: Person, mentee: Person) -> None:
    """Let nobody else change the standing of these two until we are done; always in the same order."""
    list(_both(mentor.pk, mentee.pk))


def _both_of(mentor: int, mentee: int) -> QuerySet[Person, tuple[int]]:
    both = Person.objects.select_for_update().filter(pk__in=[mentor, mentee])
    return both.order_by("pk").values_list("pk")


_both = Kept(_both_of)


def _place(request: Request, found: Standing) -> None:
    if found.between:
        raise Refused(_("You have asked this mentor already. Open that request to see where it stands."))
    if found.offer.taken >= found.offer.capacity:
        request.state = State.WAITING
        return
    if found.theirs >= OPEN_AT_MOST:
        raise Refused(_("This mentor has three requests to answer already. Try again in a few days."))
    if found.mine >= OPEN_AT_MOST:
        raise Refused(_("You have three open requests. Wait for an answer, or withdraw one of them."))
    request.expires_at = now() + ANSWER_WITHIN


@transaction.atomic
def accept(request: Request, *, by: Person, into: Mentorship | None = None) -> Mentorship:
    """Accept: a place is taken and the mentorship begins, both or neither; or they join the circle ``into``."""
    require(rules.can_accept(by, request))
    request = _locked(request)
    if not request.is_open:
        raise Refused(_("This request is answered already."))
    if not request.mentee.is_active:
        raise Refused(_("This person has left. The request cannot be accepted any more."))
    request.mentorship = _joined(request, into, by) if into else _begun(request, by)
    _answer(request, State.ACCEPTED, "mentorship")
    record("request.accepted", by=by, about=request)
    return request.mentorship


@transaction.atomic
def propose_chemistry(request: Request, times: list[dt.datetime], *, by: Person) -> None:
    """Propose up to three times for a call of twenty minutes before deciding."""
    require(rules.can_propose_chemistry(by, request))
    request = _locked(request)
    if not request.is_unanswered:
        raise Refused(_("This request is answered already."))
    ahead = sorted({time for time in times if time > now()})[:MOST_TIMES]
    if not ahead:
        raise Refused(_("Propose at least one time that lies ahead."))
    if ahead[-1] > now() + CALL_WITHIN:
        raise Refused(_("Propose times within the next 90 days."))
    request.state = State.CHEMISTRY
    request.chemistry_times = [time.isoformat() for time in ahead]
    request.chemistry_at = None
    request.expires_at = max(request.expires_at or now(), ahead[-1] + ANSWER_WITHIN)
    request.save(update_fields=["state", "chemistry_times", "chemistry_at", "expires_at"])
    record("request.chemistry_proposed", by=by, about=request)


@transaction.atomic
def pick_chemistry(request: Request, at: dt.datetime, *, by: Person) -> None:
    """Pick one of the proposed times for the call."""
    require(rules.can_pick_chemistry(by, request))
    request = _locked(request)
    offered = [dt.datetime.fromisoformat(time) for time in request.chemistry_times]
    if request.state != State.CHEMISTRY or at not in offered:
        raise Refused(_("That time is not among those proposed. Choose one of them."))
    if at <= now():
        raise Refused(_("That time has passed. Choose another, or ask for new ones."))
    request.chemistry_at = at
    request.save(update_fields=["chemistry_at"])
    record("request.chemistry_picked", by=by, about=request)


@transaction.atomic
def decline(request: Request, reason: str, *, by: Person) -> None:
    """Decline. The reason is for the mentor alone; the mentee reads "not a fit now"."""
    require(rules.can_decline(by, request))
    request = _locked(request)
    if not request.is_open:
        raise Refused(_("This request is answered already."))
    request.private_reason = reason
    _answer(request, State.DECLINED, "private_reason")
    record("request.declined", by=by, about=request)


@transaction.atomic
def withdraw(request: Request, *, by: Person) -> None:
    """Take one's own request back, as long as it is open."""
    require(rules.can_withdraw(by, request))
    request = _locked(request)
    if not request.is_open:
        raise Refused(_("This request is answered already."))
    _answer(request, State.WITHDRAWN)
    record("request.withdrawn", by=by, about=request)


def _joined(request: Request, circle: Mentorship, by: Person) -> Mentorship:
    """The circle with one more mentee: it has a place of its mentor's already."""
    if not circles_for(request).filter(pk=circle.pk).exists():
        raise Refused(_("This circle cannot be joined any more. Accept the request as one of its own."))
    mentorships.take_in(circle, request.mentee, by=by)
    return circle


def _begun(request: Request, by: Person) -> Mentorship:
    """A new mentorship with the first draft of its agreement, from both profiles and the brief."""
    if not take_place(request.mentor, by=by):
        raise Refused(_("All your places are taken. End a mentorship or offer one more place, then accept."))
    mentorship = mentorships.begin(
        request.mentor, request.mentee, by=by, purpose=request.goal, format=request.format
    )
    brief = request.brief or Brief()
    agreements.draft(mentorship, by=by, cadence=brief.cadence, channels=brief.channels, helps=brief.helps)
    return mentorship


def _locked(request: Request) -> Request:
    rows = Request.objects.select_for_update(of=("self",)).select_related("mentee", "mentor")
    return rows.get(pk=request.pk)


def _answer(request: Request, state: State, *also: str) -> None:
    request.state = state
    request.answered_at = now()
    request.save(update_fields=["state", "answered_at", *also])
