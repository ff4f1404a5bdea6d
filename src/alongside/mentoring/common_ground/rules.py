"""Who may write before the first meeting."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in


@rule(Mentorship)
def can_write_common_ground(person: Person, mentorship: Mentorship) -> bool:
    """Everybody who will meet writes, for themself."""
    return is_in(person, mentorship)
