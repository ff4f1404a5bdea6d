"""What can be done to meetings: plan, move, cancel, and say what became of them."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.codes import new_code
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship

from . import queries, rules, times
from .models import Attendance, Meeting, Series
from .room import tell_room

State = Meeting.State
LONGEST_AHEAD = dt.timedelta(days=400)
LONGEST = dt.timedelta(hours=4)


@transaction.atomic
def plan_series(
    mentorship: Mentorship,
    *,
    by: Person,
    every_days: int,
    starts_on: dt.date,
    at: dt.time,
    zone: str,
    minutes: int,
    until: dt.date,
    link: str = "",
) -> list[Meeting]:
    """Plan meetings at a steady time on the wall of ``zone``; an earlier series ends where this one begins."""
    require(rules.can_plan_meetings(by, mentorship))
    mentorship.hold()  # of two who plan at once the second replaces what the first planned
    until = min(until, mentorship.ends_on or until)
    ahead = [one for one in times.every(every_days, starts_on, until, at, zone) if one.at > now()]
    moments = queries.not_away(mentorship, ahead)
    if ahead and not moments:
        raise Refused(_("Somebody is away on each of these days. Choose another weekday."))
    if not moments:
        raise Refused(
            _("No meeting would lie ahead. Choose a first day before the last day of the mentorship.")
        )
    _replace(mentorship, moments[0].at, by)
    code = new_code()
    series = Series.objects.create(
        code=code, uid=_uid(code), mentorship=mentorship, every_days=every_days, zone=zone, starts_on=starts_on,
        at=at, minutes=minutes, until=until, organiser=by, link=link,
    )  # fmt: skip
    planned = [_meeting(mentorship, one.at, minutes, zone, by, link, series) for one in moments]
    for meeting in planned:  # the one invitation of the series is theirs
        meeting.original_at, meeting.invited_at = meeting.starts_at, now()
    Meeting.objects.bulk_create(planned)
    _come_oneself(planned, by)
    record("series.planned", by=by, about=series, mentorship=mentorship.code, meetings=len(planned))
    return planned


@transaction.atomic
def plan_one(
    mentorship: Mentorship, start: dt.datetime, *, by: Person, minutes: int = 45, link: str = ""
) -> Meeting:
    """Plan a single meeting."""
    require(rules.can_plan_meetings(by, mentorship))
    mentorship.hold()
    _refuse_unless_ahead(start)
    _refuse_at_once(mentorship, start, minutes)
    meeting = _meeting(mentorship, start, minutes, by.timezone, by, link, None)
    meeting.save()
    _come_oneself([meeting], by)
    record("meeting.planned", by=by, about=meeting, mentorship=mentorship.code)
    return meeting


@transaction.atomic
def move(meeting: Meeting, start: dt.datetime, *, by: Person, minutes: int | None = None) -> None:
    """Move a meeting: the invitation goes out anew with the next sequence number."""
    require(rules.can_move(by, meeting))
    meeting.mentorship.hold()
    _locked(meeting)
    _refuse_unless_planned(meeting)
    _refuse_unless_ahead(start)
    _refuse_at_once(meeting.mentorship, start, minutes or meeting.minutes, besides=meeting)
    meeting.starts_at, meeting.minutes = start, minutes or meeting.minutes
    meeting.sequence += 1
    meeting.reminded_at = None
    meeting.save(update_fields=["starts_at", "minutes", "sequence", "reminded_at"])
    meeting.attendances.all().delete()  # a new time is a new question
    _come_oneself([meeting], by)
    record("meeting.moved", by=by, about=meeting, sequence=meeting.sequence)
    tell_room(meeting.mentorship, "meeting")


@transaction.atomic
def cancel(meeting: Meeting, *, by: Person | None) -> None:
    """Cancel a meeting; calendars are told."""
    require(rules.can_cancel(by, meeting))
    _locked(meeting)
    _refuse_unless_planned(meeting)
    meeting.state = State.CANCELLED
    meeting.sequence += 1
    meeting.save(update_fields=["state", "sequence"])
    record("meeting.cancelled", by=by, about=meeting, sequence=meeting.sequence)
    tell_room(meeting.mentorship, "meeting")


@transaction.atomic
def cancel_series(series: Series, since: dt.datetime, *, by: Person | None) -> None:
    """Cancel what a series still plans from a moment on; calendars are told once for all of it."""
    require(rules.can_cancel_series(by, series))
    rest = Meeting.objects.planned().filter(series=series, starts_at__gte=since, original_at__isnull=False)
    count = rest.update(state=State.CANCELLED, sequence=models.F("sequence") + 1)
    Series.objects.filter(pk=series.pk, ended_at=None).update(ended_at=now())
    if count:
        record("series.cancelled", by=by, about=series, since=since.isoformat(), meetings=count)


@transaction.atomic
def tell_outcome(meeting: Meeting, state: str, *, by: Person) -> None:
    """Say that it took place, or that it did not; without blame, and it can be corrected."""
    require(rules.can_tell_outcome(by, meeting))
    _locked(meeting)
    if state not in (State.HELD, State.MISSED) or meeting.state == State.CANCELLED:
        raise Refused(_("This meeting was cancelled, so nothing became of it."))
    if meeting.starts_at > now():
        raise Refused(_("This meeting lies ahead. Say what became of it when it has begun."))
    meeting.state = State(state)
    meeting.save(update_fields=["state"])
    record(f"meeting.{state}", by=by, about=meeting, mentorship=meeting.mentorship.code)
    tell_room(meeting.mentorship, "meeting")


@transaction.atomic
def log(mentorship: Mentorship, start: dt.datetime, *, by: Person, minutes: int = 45) -> Meeting:
    """Keep a meeting that took place elsewhere; no invitation goes out."""
    require(rules.can_plan_meetings(by, mentorship))
    mentorship.hold()
    if start > now():
        raise Refused(_("That lies ahead. Plan the meeting instead."))
    meeting = _meeting(mentorship, start, minutes, by.timezone, by, "", None)
    meeting.state, meeting.invited_at = State.HELD, now()
    meeting.save()
    record("meeting.held", by=by, about=meeting, mentorship=mentorship.code)
    return meeting


def _meeting(
    mentorship: Mentorship,
    start: dt.datetime,
    minutes: int,
    zone: str,
    by: Person,
    link: str,
    series: Series | None,
) -> Meeting:
    code = new_code()
    return Meeting(
        code=code, mentorship=mentorship, series=series, organiser=by, starts_at=start, minutes=minutes, zone=zone,
        link=link, uid=_uid(code),
    )  # fmt: skip


def _uid(code: str) -> str:
    return f"{code}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}"


def _come_oneself(meetings: list[Meeting], by: Person) -> None:
    """Who chose the time has said that they come."""
    Attendance.objects.bulk_create(
        Attendance(meeting=one, person=by, answer=Attendance.Answer.YES, answered_at=now())
        for one in meetings
    )


def _replace(mentorship: Mentorship, first: dt.datetime, by: Person) -> None:
    """End the series that is under way; what it planned from then on is cancelled."""
    for series in Series.objects.filter(mentorship=mentorship, ended_at=None).select_for_update():
        cancel_series(series, first, by=by)
    rest = Meeting.objects.planned().filter(mentorship=mentorship, series__isnull=False, starts_at__gte=first)
    for meeting in rest.with_people():
        cancel(meeting, by=by)


def _locked(meeting: Meeting) -> None:
    row = Meeting.objects.select_for_update().get(pk=meeting.pk)
    for name in ("state", "starts_at", "minutes", "sequence", "reminded_at"):
        setattr(meeting, name, getattr(row, name))


def _refuse_unless_planned(meeting: Meeting) -> None:
    if meeting.state != State.PLANNED:
        raise Refused(_("This meeting is not planned any more. Plan a new one."))


def _refuse_unless_ahead(start: dt.datetime) -> None:
    if start <= now():
        raise Refused(_("That time has passed. Choose one that lies ahead."))
    if start > now() + LONGEST_AHEAD:
        raise Refused(_("That is more than a year ahead. Choose a nearer time."))


def _refuse_at_once(
    mentorship: Mentorship, start: dt.datetime, minutes: int, besides: Meeting | None = None
) -> None:
    """Nobody meets the same people twice at once; the other one most likely pressed the same button."""
    end = start + dt.timedelta(minutes=minutes)
    near = Meeting.objects.planned().filter(mentorship=mentorship, starts_at__lt=end)
    others = [one for one in near.filter(starts_at__gt=start - LONGEST) if one != besides]
    if any(one.ends_at > start for one in others):
        raise Refused(_("You have a meeting planned at that time already. Choose another time, or move it."))
