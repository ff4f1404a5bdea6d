"""Reading notes."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.mentoring.meetings.models import Meeting, Note


def shared_of(meeting: Meeting, reader: Person) -> Note | None:
    """The note of a meeting that all who meet read, if there is one."""
    note = Note.objects.visible_to(reader).filter(meeting=meeting, shared=True).first()
    if note is not None:
        note.meeting = meeting
    return note
