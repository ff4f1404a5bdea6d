"""Reading notes."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept
from alongside.mentoring.meetings.models import Meeting, Note, NoteQuerySet


def shared_of(meeting: Meeting, reader: Person) -> Note | None:
    """The note of a meeting that all who meet read, if there is one."""
    note = _shared.first(reader.pk, meeting.pk)
    if note is not None:
        note.meeting = meeting
    return note


def _shared_of(reader: int, meeting: int) -> NoteQuerySet:
    return Note.objects.visible_to(Person(pk=reader)).filter(meeting=meeting, shared=True)


_shared = Kept(_shared_of)
