"""Who may write and read notes."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting, Note
from alongside.mentoring.mentorships.rules import is_in


@rule(Meeting)
def can_write_note(person: Person, meeting: Meeting) -> bool:
    """The people who meet write: one note together, and each one for themself."""
    return is_in(person, meeting.mentorship)


@rule(Note)
def can_read_note(person: Person, note: Note) -> bool:
    """A shared note is read by the people who meet; a private one by its author, and by nobody else ever."""
    return note.author_id == person.pk or (note.shared and is_in(person, note.meeting.mentorship))
