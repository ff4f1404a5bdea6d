"""Who may wrap a meeting up."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.rules import is_in


@rule(Meeting)
def can_wrap_up(person: Person, meeting: Meeting) -> bool:
    """Either of the people who meet wraps the meeting up; each says what is theirs to say."""
    return is_in(person, meeting.mentorship)
