"""What can be done with documents: put a file or an address on the table, and take it away."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.kit.uploads import Taken
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.meetings.room import tell_room
from alongside.mentoring.messages.actions import send
from alongside.mentoring.messages.models import Attachment

from . import rules
from .models import Document

MOST = 5
LONGEST_NAME = 120


@transaction.atomic
def put(
    meeting: Meeting, *, by: Person, file: Attachment | None = None, new: Taken | None = None, url: str = "",
    name: str = "",
) -> Document:  # fmt: skip
    """Put a file of their thread on the table, a new one, which is sent there, or a page's address under a name."""
    require(rules.can_put_document(by, meeting))
    meeting.mentorship.hold()
    _refuse_unless_there_is_room(meeting, file)
    if new is not None:
        file = send(meeting.mentorship, "", by=by, files=[new]).attachments.get()
    document = Document(meeting=meeting, by=by, attachment=file)
    document.url = url
    document.name = file.name if file else (name or urlsplit(url).hostname or url)[:LONGEST_NAME]
    document.save()
    record("document.put", by=by, about=document, meeting=meeting.code)
    tell_room(meeting.mentorship, "documents")
    return document


@transaction.atomic
def take_away(document: Document, *, by: Person) -> None:
    """Take it off the table; the file stays where it was sent."""
    require(rules.can_take_away(by, document))
    document.meeting.mentorship.hold()
    record("document.taken_away", by=by, about=document)
    tell_room(document.meeting.mentorship, "documents")
    document.delete()


def _refuse_unless_there_is_room(meeting: Meeting, file: Attachment | None) -> None:
    there = list(Document.objects.filter(meeting=meeting))
    if file is not None and any(one.attachment_id == file.pk for one in there):
        raise Refused(_("This file lies on the table already."))
    if len(there) >= MOST:
        raise Refused(_("Five documents lie on the table. Take one away first."))
