"""Who is told what about meetings: calendars by mail, a line in the product."""

from __future__ import annotations

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

from . import ics, timed
from .models import Meeting


def invite_to_what_is_near(event: Event) -> None:  # noqa: ARG001  every listener hears the event
    """Meetings were planned: those that are near are invited to at once."""
    timed.invite_due(now())


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
        reader = one.person
        by_mail = ByMail(
            f"mentoring/meetings/mail/{letter}",
            _context(meeting, reader),
            calendar=ics.invitation(meeting, reader, method),
            method=method,
        )
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
    return Meeting.objects.with_people().get(code=event.about_code)


def _path(meeting: Meeting) -> str:
    return reverse("meetings.show", args=[meeting.code])
