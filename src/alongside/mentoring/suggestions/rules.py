"""Who may answer to suggested times, and take them back."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Suggestion
from alongside.mentoring.mentorships.rules import is_in


@rule(Suggestion)
def can_pick(person: Person, suggestion: Suggestion) -> bool:
    """One of the others picks a time, or says that none suits."""
    return is_in(person, suggestion.mentorship) and suggestion.by_id != person.pk


@rule(Suggestion)
def can_take_back(person: Person, suggestion: Suggestion) -> bool:
    """Whoever suggested times takes them back."""
    return suggestion.by_id == person.pk
