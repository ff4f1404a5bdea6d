"""Tell a person something: inside the product, and by mail and on their devices as they wish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise

from alongside.activity.devices.ringing import ring
from alongside.activity.events.listeners import moment
from alongside.activity.mail.send import post
from alongside.kit.clock import now

from .kinds import RHYTHMS, RINGS, Kind, Way, kind_of
from .models import Notice
from .queries import preference_of
from .stopping import address_of


@dataclass(frozen=True, slots=True)
class ByMail:
    """The letter of a notice; its subject is the notice's line, and nothing in it is private."""

    template: str = "activity/notices/mail/line"
    context: Mapping[str, Any] = field(default_factory=dict)  # Any: whatever the letter shows
    calendar: str = ""
    method: str = ""


def tell(
    person: Any,  # Any: persons live in an area above
    *,
    kind: str,
    text: str | Promise,
    url: str = "",
    letter: ByMail | None = None,
) -> Notice | None:
    """Give ``person`` one line with a link, in their language; the letter goes as they wish. For listeners.

    Nobody tells a person who is deactivated, or who wants to hear nothing of this kind: the answer is None then.
    """
    if not person.is_active:
        return None
    switch, wish = kind_of(kind, has_letter=letter is not None), preference_of(person)
    way = wish.way_of(switch)
    if way == Way.OFF:
        return None
    with translation.override(person.language):
        line = str(text)[:300]
    rests_until = wish.rests_until(now(), person.zone)
    if way == Way.AT_ONCE:
        _write(person, line, url, switch, letter or ByMail(), rests_until)
    if way in RINGS:
        ring(person, not_before=rests_until)
    waits_for = way if way in RHYTHMS else ""
    return Notice.objects.create(
        person=person, kind=kind, text=line, url=url, switch=switch.name, waits_for=waits_for,
        created_at=moment(),
    )  # fmt: skip


def _write(
    person: Any, line: str, url: str, switch: Kind, letter: ByMail, not_before: dt.datetime | None
) -> None:
    post(
        to=person,
        subject=line,
        template=letter.template,
        context={"line": line, "url": settings.BASE_URL + url, **letter.context},
        calendar=letter.calendar,
        method=letter.method,
        stop=address_of(person, switch.name),
        not_before=not_before,
    )
