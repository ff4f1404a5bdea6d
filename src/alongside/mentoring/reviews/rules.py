"""Who may do what to a review."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Review


@rule(Mentorship)
def can_open_review(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it begins a review, earlier than time would."""
    return is_in(person, mentorship)


@rule(Review)
def can_answer_review(person: Person, review: Review) -> bool:
    """Everybody in the mentorship answers, for themself."""
    return is_in(person, review.mentorship)
