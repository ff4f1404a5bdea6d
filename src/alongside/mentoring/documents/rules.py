"""Who may put documents on the table, and take them away."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.rules import is_in

from .models import Document


@rule(Meeting)
def can_put_document(person: Person, meeting: Meeting) -> bool:
    """Either of the people who meet puts a document on their table."""
    return is_in(person, meeting.mentorship)


@rule(Document)
def can_take_away(person: Person, document: Document) -> bool:
    """Either of the people who meet takes a document off their table."""
    return is_in(person, document.meeting.mentorship)
