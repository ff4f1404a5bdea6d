"""Who may do what to feedback."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Feedback


@rule(Mentorship)
def can_ask_for_feedback(person: Person, mentorship: Mentorship) -> bool:
    """Either side asks the other for feedback."""
    return is_in(person, mentorship)


@rule(Mentorship)
def can_offer_feedback(person: Person, mentorship: Mentorship) -> bool:
    """Either side gives the other feedback that nobody asked for."""
    return is_in(person, mentorship)


@rule(Feedback)
def can_give(person: Person, feedback: Feedback) -> bool:
    """Only the one who was asked gives it."""
    return feedback.giver_id == person.pk and both_are_in(feedback)


@rule(Feedback)
def can_take_back(person: Person, feedback: Feedback) -> bool:
    """Only the one who asked takes the question back."""
    return feedback.receiver_id == person.pk


@rule(Feedback)
def can_answer(person: Person, feedback: Feedback) -> bool:
    """Only the one who received it says how it landed and what they will try."""
    return feedback.receiver_id == person.pk and both_are_in(feedback)


@rule(Feedback)
def can_look_again(person: Person, feedback: Feedback) -> bool:
    """The second look is taken by the same person who gave it."""
    return feedback.giver_id == person.pk and both_are_in(feedback)


def both_are_in(feedback: Feedback) -> bool:
    """Whether neither has left their circle: what was said stays to read for both, and nothing is added."""
    people = {one.person_id for one in feedback.mentorship.participants.all()}
    return {feedback.giver_id, feedback.receiver_id} <= people
