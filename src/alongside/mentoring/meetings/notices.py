"""Who is told what about meetings: calendars by mail, a line in the product."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import mentees, names, others

from . import ics, replying, timed
from .models import Attendance, Meeting, MeetingQuerySet, Series


def invite_to_what_is_near(event: Event) -> None:  # noqa: ARG001  every listener hears the event
    """Meetings were planned: those that are near are invited to at once."""
    timed.invite_due(now())


def send_invitation_to_series(event: Event) -> None:
    """A series is planned: one invitation to all of its meetings."""
    series = _series(event)
    meetings = list(_of_series(series).filter(state=Meeting.State.PLANNED))
    if meetings:
        for one in series.mentorship.participants.all():
            _invite_to_series(series, meetings, one.person)


def invite_who_joined(event: Event) -> None:
    """Somebody joined a circle: they get what is planned for their calendar, each series in one letter."""
    person = Person.objects.filter(code=event.details["person"]).first()
    planned = Meeting.objects.with_people().filter(
        mentorship__code=event.about_code, state=Meeting.State.PLANNED, invited_at__isnull=False
    )
    if person is None:
        return
    ahead = list(planned.filter(starts_at__gt=now()).order_by("starts_at"))
    for series in {one.series_id: one.series for one in ahead if one.series}.values():
        _invite_to_series(series, [one for one in ahead if one.series_id == series.pk], person)
    for meeting in ahead:
        if meeting.series is None:
            text = ics.invitation(meeting, person, ics.REQUEST)
            _send_calendar(person, meeting, text, ics.REQUEST, "invited", _("A meeting is planned"))


def take_out_of_the_calendar_of_who_left(event: Event) -> None:
    """Somebody left a circle: what is ahead goes out of their calendar, and out of nobody else's."""
    person = Person.objects.filter(code=event.details["person"]).first()
    rows = Meeting.objects.with_people().prefetch_related("attendances")
    planned = rows.planned().filter(mentorship__code=event.about_code, starts_at__gt=now())
    if person is None:
        return
    ahead = list(planned.order_by("starts_at"))
    Attendance.objects.filter(meeting__in=ahead, person=person).delete()
    for series in {one.series_id: one.series for one in ahead if one.series}.values():
        rest = [one for one in ahead if one.series_id == series.pk]
        text = ics.cancellation_of_series(series, rest, person, False)
        line = _("Your meetings are cancelled")
        _send_calendar(person, rest[0], text, ics.CANCEL, "series_cancelled", line, count=len(rest))
    for meeting in ahead:
        if meeting.series is None and meeting.invited_at:
            text = ics.invitation(meeting, person, ics.CANCEL)
            _send_calendar(person, meeting, text, ics.CANCEL, "cancelled", _("A meeting was cancelled"))


def _invite_to_series(series: Series, meetings: list[Meeting], reader: Person) -> None:
    text = ics.invitation_to_series(series, meetings, reader)
    more = {"last": meetings[-1], "count": len(meetings)}
    line = _("Your meetings are planned")
    _send_calendar(reader, meetings[0], text, ics.REQUEST, "series", line, **more)


def send_end_of_series(event: Event) -> None:
    """What was left of a series is cancelled: calendars take it out, with one letter."""
    series = _series(event)
    meetings = list(_of_series(series))
    since = dt.datetime.fromisoformat(event.details["since"])
    gone = [one for one in meetings if one.state == Meeting.State.CANCELLED and one.starts_at >= since]
    whole = all(one.state == Meeting.State.CANCELLED for one in meetings)
    for one in series.mentorship.participants.all() if gone else []:
        text = ics.cancellation_of_series(series, meetings if whole else gone, one.person, whole)
        line = _("Your meetings are cancelled")
        _send_calendar(one.person, gone[0], text, ics.CANCEL, "series_cancelled", line, count=len(gone))


def send_invitations(event: Event) -> None:
    """Both get the meeting for their calendars."""
    meeting = _meeting(event)
    if _is_newest(event, meeting):
        _send(meeting, ics.REQUEST, "invited", _("A meeting is planned"))


def send_updates(event: Event) -> None:
    """The meeting was moved: the same invitation with the next number."""
    meeting = _meeting(event)
    if meeting.invited_at and _is_newest(event, meeting):
        _send(meeting, ics.REQUEST, "moved", _("A meeting was moved"))


def send_cancellations(event: Event) -> None:
    """The meeting is cancelled: calendars take it out."""
    meeting = _meeting(event)
    if meeting.invited_at:
        _send(meeting, ics.CANCEL, "cancelled", _("A meeting was cancelled"))


def remind_to_prepare(event: Event) -> None:
    """Nobody has written a topic: the mentee is reminded, nobody else."""
    meeting = _meeting(event)
    for mentee in mentees(meeting.mentorship) if meeting.state == Meeting.State.PLANNED else []:
        line = _("Your next meeting is not prepared yet")
        letter = ByMail("mentoring/meetings/mail/unprepared", _context(meeting, mentee))
        tell(mentee, kind=event.verb, text=line, url=_path(meeting), letter=letter)


def cancel_what_is_planned(event: Event) -> None:
    """A mentorship has ended: nothing stays in anybody's calendar."""
    mentorship = Mentorship.objects.filter(code=event.about_code).first()
    if mentorship is not None:
        timed.end_with(mentorship)


def _send(meeting: Meeting, method: str, letter: str, line: str | Promise) -> None:
    for one in meeting.mentorship.participants.all():
        text = ics.invitation(meeting, one.person, method)
        _send_calendar(one.person, meeting, text, method, letter, line)


def _send_calendar(
    reader: Person,
    meeting: Meeting,
    calendar: str,
    method: str,
    letter: str,
    line: str | Promise,
    **more: object,
) -> None:
    about = meeting.series if letter == "series" and meeting.series else meeting
    context = _context(meeting, reader) | {"answer_url": replying.link(about, reader)} | more
    by_mail = ByMail(f"mentoring/meetings/mail/{letter}", context, calendar=calendar, method=method)
    tell(reader, kind=f"meeting.{letter}", text=line, url=_path(meeting), letter=by_mail)


def _context(meeting: Meeting, reader: Person) -> dict[str, object]:
    partners = others(meeting.mentorship, reader)
    zones = {person.timezone for person in partners} - {reader.timezone}
    return {
        "meeting": meeting,
        "other_names": names(partners),
        "other_zones": sorted(zones),
        "url": settings.BASE_URL + _path(meeting),
    }


def _is_newest(event: Event, meeting: Meeting) -> bool:
    """Whether nothing happened to the meeting since; what did happen sends a letter of its own."""
    return bool(event.details["sequence"] == meeting.sequence)


def _meeting(event: Event) -> Meeting:
    return Meeting.objects.with_people().prefetch_related("attendances").get(code=event.about_code)


def _series(event: Event) -> Series:
    return Series.objects.select_related("mentorship").get(code=event.about_code)


def _of_series(series: Series) -> MeetingQuerySet:
    rows = Meeting.objects.with_people().prefetch_related("attendances")
    return rows.filter(series=series, original_at__isnull=False).order_by("original_at")


def _path(meeting: Meeting) -> str:
    return reverse("meetings.show", args=[meeting.code])
