"""Answer an invitation: by a button, by the link in a letter, or out of a calendar program."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.models import Attendance, Meeting
from alongside.mentoring.meetings.room import tell_room

from . import rules


@transaction.atomic
def answer(meeting: Meeting, said: str, *, by: Person) -> None:
    """Say whether one comes; the last word counts, and the same word again changes nothing."""
    require(rules.can_answer(by, meeting))
    row = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if said not in Attendance.Answer.values:
        raise Refused(_("Choose whether you come."))
    if row.state != Meeting.State.PLANNED or row.ends_at <= now():
        raise Refused(_("This meeting is not planned any more, or it is over."))
    before = Attendance.objects.filter(meeting=meeting, person=by).first()
    if before is not None and before.answer == said:
        return
    Attendance.objects.update_or_create(
        meeting=meeting, person=by, defaults={"answer": said, "answered_at": now()}
    )
    record("attendance.answered", by=by, about=meeting, answer=said)
    tell_room(meeting.mentorship, "who")
