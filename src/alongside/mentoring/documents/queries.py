"""Reading documents."""

from __future__ import annotations

from alongside.kit.kept import Kept
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.messages.models import Attachment

from .models import Document, DocumentQuerySet

MOST_FILES = 100


def _of_meeting(meeting: int) -> DocumentQuerySet:
    return Document.objects.with_files().filter(meeting=meeting)


on_the_table = Kept(_of_meeting)
"""Of the meeting with this key, the one that was put there last first."""


def files_for(meeting: Meeting) -> list[Attachment]:
    """The files that the people who meet sent each other and that do not lie there yet, the newest first."""
    sent = Attachment.objects.filter(message__mentorship=meeting.mentorship, message__deleted_at=None)
    there = Document.objects.filter(meeting=meeting, attachment__isnull=False).values("attachment")
    rows = sent.exclude(pk__in=there).select_related("message__mentorship")
    return list(rows.order_by("-pk")[:MOST_FILES])
