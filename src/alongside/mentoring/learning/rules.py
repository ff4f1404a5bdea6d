"""Who may do what to a learning."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.rules import is_on

from .models import Learning


@rule(Mentorship)
def can_note_learning(person: Person, mentorship: Mentorship) -> bool:
    """A mentor writes down what they learned here."""
    return is_on(Participant.Side.MENTOR, person, mentorship)


@rule(Learning)
def can_try(person: Person, learning: Learning) -> bool:
    """Only the mentor who learned it says that they tried it."""
    return learning.learner_id == person.pk


@rule(Learning)
def can_adopt(person: Person, learning: Learning) -> bool:
    """Only the mentor who learned it says that it is part of their work now."""
    return learning.learner_id == person.pk
