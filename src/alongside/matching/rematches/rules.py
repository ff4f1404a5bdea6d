"""Who may start a search again."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.rules import is_on


@rule(Mentorship)
def can_search_again(person: Person, mentorship: Mentorship) -> bool:
    """Only who was the mentee of it."""
    return is_on(Participant.Side.MENTEE, person, mentorship)
