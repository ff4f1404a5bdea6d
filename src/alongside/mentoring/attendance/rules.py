"""Who may say whether they come."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.rules import is_in


@rule(Meeting)
def can_answer(person: Person, meeting: Meeting) -> bool:
    """Everybody in it says for themself whether they come."""
    return is_in(person, meeting.mentorship)
