"""The daily and the weekly mail: what is new and not read yet, each thing once, in the reader's morning."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import translation
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from alongside.activity.mail.send import post
from alongside.kit.clock import now

from .kinds import Way
from .models import Notice
from .queries import preference_of
from .quiet import last_mail
from .stopping import address_of

LINES = 30
"""The most that one mail lists; the rest is counted."""


def send_due(*, at: dt.datetime) -> int:
    """Write every mail whose hour has come on its reader's clock; return how many were written."""
    waiting = set(Notice.objects.exclude(waits_for="").values_list("person", "waits_for").distinct())
    people = get_user_model()._default_manager.in_bulk({person for person, _rhythm in waiting})
    return sum(_send(people[person], rhythm, at) for person, rhythm in sorted(waiting))


@app.periodic(cron="*/15 * * * *")
@app.task(name="notices.send_digests", queueing_lock="notices.send_digests")
def send_digests(timestamp: int) -> None:  # noqa: ARG001  which quarter of an hour it is for
    """Send what is due."""
    send_due(at=now())


@transaction.atomic
def _send(person: Any, rhythm: str, at: dt.datetime) -> bool:
    """Write one mail, and let go of what is in it, in one transaction: a second worker finds nothing left.

    A daily mail that could not be written on its day comes with the next one, and not an hour before it.
    """
    due = last_mail(rhythm, at, person.zone)
    if rhythm == Way.DAILY and due.astimezone(person.zone).date() < at.astimezone(person.zone).date():
        return False
    waiting = Notice.objects.filter(person=person, waits_for=rhythm, created_at__lte=due)
    rows = list(waiting.select_for_update(skip_locked=True).order_by("created_at", "pk"))
    Notice.objects.filter(pk__in=[row.pk for row in rows]).update(waits_for="")
    unread = [row for row in rows if row.read_at is None]
    return bool(unread) and _post(person, rhythm, unread, at)


def _post(person: Any, rhythm: str, notices: list[Notice], at: dt.datetime) -> bool:
    with translation.override(person.language):
        words = ngettext("%(number)s new thing for you", "%(number)s new things for you", len(notices))
    context = {"notices": notices[:LINES], "more": max(0, len(notices) - LINES), "rhythm": rhythm}
    letter = post(
        to=person,
        subject=words % {"number": len(notices)},
        template="activity/notices/mail/digest",
        context={**context, "url": settings.BASE_URL},
        stop=address_of(person, rhythm),
        not_before=preference_of(person).rests_until(at, person.zone),
    )
    return letter is not None
