"""The others hear who comes; by letter only when somebody cannot."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.meetings.models import Attendance, Meeting
from alongside.mentoring.mentorships.queries import others

LINES = {
    Attendance.Answer.YES: _("{name} comes to your meeting"),
    Attendance.Answer.MAYBE: _("{name} may not come to your meeting"),
    Attendance.Answer.NO: _("{name} cannot come to your meeting"),
}


def tell_the_others_who_comes(event: Event) -> None:
    """Somebody answered the invitation."""
    said, meeting = event.details["answer"], Meeting.objects.with_people().get(code=event.about_code)
    if event.by is None or meeting.state != Meeting.State.PLANNED:
        return
    url = reverse("meetings.show", args=[meeting.code])
    for reader in others(meeting.mentorship, event.by):
        context = {"meeting": meeting, "name": event.by.name, "url": settings.BASE_URL + url}
        letter = ByMail("mentoring/attendance/mail/absent", context)
        tell(
            reader,
            kind="attendance.answered",
            text=format_lazy(LINES[Attendance.Answer(said)], name=event.by.name),
            url=url,
            letter=letter if said == Attendance.Answer.NO else None,
        )
