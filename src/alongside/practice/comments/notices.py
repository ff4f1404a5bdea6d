"""Comments follow the meetings: what is open joins the next agenda."""

from __future__ import annotations

from alongside.activity.events.models import Event
from alongside.mentoring.meetings.models import Meeting, Series
from alongside.practice.worksheets.models import Worksheet

from .joining import join_next


def put_on_the_next_agenda(event: Event) -> None:
    """Somebody commented on a worksheet: of a shared one it comes up at the next meeting."""
    rows = Worksheet.objects.select_related("mentorship").exclude(mentorship=None)
    sheet = rows.filter(code=event.details["worksheet"]).first()
    if sheet and sheet.mentorship:
        join_next(sheet.mentorship)


def fill_the_next_agenda(event: Event) -> None:
    """A meeting is planned or over: what is open on shared worksheets joins the one that comes next."""
    rows = Series if event.about_kind == Series._meta.label_lower else Meeting
    found = rows.objects.select_related("mentorship").filter(code=event.about_code).first()
    if found:
        join_next(found.mentorship)
