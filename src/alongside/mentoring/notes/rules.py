"""Who may write notes."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.rules import is_in


@rule(Meeting)
def can_write_note(person: Person, meeting: Meeting) -> bool:
    """The people who meet write: one note together, and each one for themself."""
    return is_in(person, meeting.mentorship)
