"""Turns a filled-in plan into meetings, and says in words what was planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, times
from .models import Meeting

HALF_A_YEAR = dt.timedelta(days=182)


def plan(mentorship: Mentorship, said: dict[str, Any], by: Person) -> str:  # Any: cleaned form values
    """Plan once or a series; return a sentence, which also tells when a clock leaps over the time."""
    start: dt.datetime = said["start"].astimezone(by.zone)
    day, time = start.date(), start.time()
    if not said["every_days"]:
        actions.plan_one(mentorship, start, by=by, minutes=said["minutes"], link=said["link"])
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
        link=said["link"],
    )
    told = ngettext("%(count)d meeting is planned.", "%(count)d meetings are planned.", len(planned))
    moments = times.every(said["every_days"], day, until, time, by.timezone)
    return _with_leaps(told % {"count": len(planned)}, [one for one in moments if one.at > now()])


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
