"""Turns a filled-in plan into meetings, and says in words what was planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.codes import new_code
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, queries, times
from .models import Meeting

HALF_A_YEAR = dt.timedelta(days=182)


def link_of(said: dict[str, Any]) -> str:  # Any: cleaned form values
    """The link that was typed, or a room of its own on the host that this instance uses for calls."""
    typed: str = said["link"]
    return typed or (f"{settings.CALLS_URL}/{new_code()}" if said.get("room") else "")


def first_three(mentorship: Mentorship, minutes: int, reader: Person) -> dict[str, dt.datetime]:
    """Three times at which all are free, to begin with; fewer where there are fewer."""
    starts = [one.start.astimezone(reader.zone) for one in queries.slots(mentorship, minutes)[::2]]
    return dict(zip(("first", "second", "third"), starts, strict=False))


def plan(mentorship: Mentorship, said: dict[str, Any], by: Person) -> str:  # Any: cleaned form values
    """Plan once or a series; return a sentence, which also tells when a clock leaps over the time."""
    start: dt.datetime = said["start"].astimezone(by.zone)
    day, time = start.date(), start.time()
    if not said["every_days"]:
        actions.plan_one(mentorship, start, by=by, minutes=said["minutes"], link=link_of(said))
        return _with_leaps(_("Planned. Both calendars are told."), [times.moment(day, time, by.timezone)])
    until = mentorship.ends_on or day + HALF_A_YEAR
    planned = actions.plan_series(
        mentorship,
        by=by,
        every_days=said["every_days"],
        starts_on=day,
        at=time,
        zone=by.timezone,
        minutes=said["minutes"],
        until=until,
        link=link_of(said),
    )
    moments = [
        one for one in times.every(said["every_days"], day, until, time, by.timezone) if one.at > now()
    ]
    told = ngettext("%(count)d meeting is planned.", "%(count)d meetings are planned.", len(planned))
    kept = {one.starts_at for one in planned}
    left_out = [date_format(one.at.astimezone(by.zone), "j F Y") for one in moments if one.at not in kept]
    told %= {"count": len(planned)}
    if left_out:
        told += " " + _("Left out, because somebody is away: %(days)s.") % {"days": ", ".join(left_out)}
    return _with_leaps(told, [one for one in moments if one.at in kept])


def move(meeting: Meeting, start: dt.datetime, by: Person) -> str:
    """Move a meeting; return a sentence, which also tells when a clock leaps over the time."""
    actions.move(meeting, start, by=by)
    local = start.astimezone(by.zone)
    moment = times.moment(local.date(), local.time(), by.timezone)
    return _with_leaps(_("Moved. Both calendars are told."), [moment])


def _with_leaps(told: str, moments: Iterable[times.Moment]) -> str:
    """The sentence, and one more for each time on the wall that a clock leaps over or shows twice."""
    return " ".join([told, *(_leap(one) for one in moments if one.clock)])


def _leap(moment: times.Moment) -> str:
    if moment.clock == "gap":
        line = _(
            "The clocks leap over that time on %(day)s, so the meeting begins an hour later on your wall."
        )
    else:
        line = _("On %(day)s that time comes twice; the meeting is at the first of the two.")
    return line % {"day": date_format(moment.at, "j F Y")}
