"""Turns a filled-in plan into meetings, and says in words what was planned."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, times

HALF_A_YEAR = dt.timedelta(days=182)


def plan(mentorship: Mentorship, said: dict[str, Any], by: Person) -> str:  # Any: cleaned form values
    """Plan once or a series; return a sentence, which also tells when a clock leaps over the time."""
    start: dt.datetime = said["start"].astimezone(by.zone)
    leap = times.moment(start.date(), said["start"].time(), by.timezone).clock
    if not said["every_days"]:
        actions.plan_one(mentorship, start, by=by, minutes=said["minutes"], link=said["link"])
        return _with_leap(_("Planned. Both calendars are told."), leap)
    planned = actions.plan_series(
        mentorship,
        by=by,
        every_days=said["every_days"],
        starts_on=said["start"].date(),
        at=said["start"].time(),
        zone=by.timezone,
        minutes=said["minutes"],
        until=mentorship.ends_on or start.date() + HALF_A_YEAR,
        link=said["link"],
    )
    told = ngettext("%(count)d meeting is planned.", "%(count)d meetings are planned.", len(planned))
    return _with_leap(told % {"count": len(planned)}, leap)


def _with_leap(told: str, leap: times.Clock) -> str:
    if leap == "gap":
        return (
            told
            + " "
            + _("The clocks leap over that time on that day, so it begins an hour later on your wall.")
        )
    if leap == "twice":
        return told + " " + _("That time comes twice on that day; it is the first of the two.")
    return told
