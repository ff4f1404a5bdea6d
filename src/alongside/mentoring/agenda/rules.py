"""Who may do what to an agenda."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships.rules import is_in


@rule(Meeting)
def can_add_item(person: Person, meeting: Meeting) -> bool:
    """Either of the people who meet adds a topic; the mentee is expected to."""
    return is_in(person, meeting.mentorship)


@rule(AgendaItem)
def can_change_item(person: Person, item: AgendaItem) -> bool:
    """Who wrote a topic changes it or takes it away."""
    return item.by_id == person.pk


@rule(AgendaItem)
def can_raise_item(person: Person, item: AgendaItem) -> bool:
    """Either of the people who meet puts the agenda in order."""
    return is_in(person, item.meeting.mentorship)
