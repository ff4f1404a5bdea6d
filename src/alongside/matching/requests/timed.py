"""What time does to requests: a reminder after four days, the end after seven, the next in line."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from procrastinate.contrib.django import app

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.people.offers.models import Offer

from .actions import ANSWER_WITHIN, OPEN_AT_MOST
from .models import Request, RequestQuerySet

REMIND_BEFORE = dt.timedelta(days=3)
"""Three days before the end: on the fourth day of seven."""
State = Request.State


@transaction.atomic
def expire_due(at: dt.datetime) -> int:
    """End the requests that nobody answered in time; return how many."""
    due = list(_due().filter(expires_at__lte=at))
    for request in due:
        request.state = State.EXPIRED
        request.answered_at = at
        request.save(update_fields=["state", "answered_at"])
        record("request.expired", by=None, about=request)
    return len(due)


@transaction.atomic
def remind_due(at: dt.datetime) -> int:
    """Remind each mentor once of a request that ends in three days; return how many."""
    due = list(_due().filter(reminded_at=None, expires_at__lte=at + REMIND_BEFORE, expires_at__gt=at))
    for request in due:
        request.reminded_at = at
        request.save(update_fields=["reminded_at"])
        record("request.reminded", by=None, about=request)
    return len(due)


@transaction.atomic
def move_the_line(mentor: Person, at: dt.datetime) -> Request | None:
    """Put the first in line before the mentor when a place is free; return that request."""
    offer = Offer.objects.select_for_update().filter(person=mentor, open=True).first()
    if offer is None or offer.taken >= offer.capacity:
        return None
    if Request.objects.unanswered().filter(mentor=mentor).count() >= OPEN_AT_MOST:
        return None
    line = Request.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        mentor=mentor, state=State.WAITING
    )
    first = line.order_by("created_at", "pk").first()
    if first is None:
        return None
    first.state = State.SENT
    first.expires_at = at + ANSWER_WITHIN
    first.save(update_fields=["state", "expires_at"])
    record("request.place_freed", by=None, about=first)
    return first


@transaction.atomic
def end_with(person: Person, at: dt.datetime) -> int:
    """End every open request of somebody who has left; return how many."""
    theirs = Request.objects.visible_to(person).select_for_update(of=("self",))
    still_open = list(theirs.filter(state__in=[State.SENT, State.CHEMISTRY, State.WAITING]))
    for request in still_open:
        request.state = State.EXPIRED
        request.answered_at = at
        request.save(update_fields=["state", "answered_at"])
        record("request.expired", by=None, about=request)
    return len(still_open)


def _due() -> RequestQuerySet:
    rows = Request.objects.unanswered().select_for_update(skip_locked=True, of=("self",))
    return rows.select_related("mentor", "mentee")


@app.periodic(cron="*/10 * * * *")
@app.task(name="requests.keep_time", queue="timed", pass_context=False)
def keep_time(timestamp: int) -> None:  # noqa: ARG001  Procrastinate says when it was due
    """Every ten minutes: remind, then expire."""
    remind_due(now())
    expire_due(now())
