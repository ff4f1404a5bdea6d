"""Who may do what to an introduction."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.rules import is_on

from .models import Introduction


@rule(Mentorship)
def can_ask_for_introduction(person: Person, mentorship: Mentorship) -> bool:
    """A mentee asks a mentor of theirs to introduce them to somebody."""
    return is_on(Participant.Side.MENTEE, person, mentorship)


@rule(Introduction)
def can_pass_on(person: Person, introduction: Introduction) -> bool:
    """The mentor who was asked passes it on."""
    return introduction.mentor_id == person.pk


@rule(Introduction)
def can_keep_back(person: Person, introduction: Introduction) -> bool:
    """The mentor who was asked may keep it back; the mentee reads only "not now"."""
    return introduction.mentor_id == person.pk


@rule(Introduction)
def can_withdraw(person: Person, introduction: Introduction) -> bool:
    """The mentee who asked takes it back."""
    return introduction.mentee_id == person.pk


@rule(Introduction)
def can_answer(person: Person | None, introduction: Introduction) -> bool:
    """Whoever holds the link answers, with an account or without; neither of the two who asked does."""
    return person is None or person.pk not in (introduction.mentee_id, introduction.mentor_id)


@rule(Introduction)
def can_tell_outcome(person: Person, introduction: Introduction) -> bool:
    """The mentee who was introduced tells what came of it."""
    return introduction.mentee_id == person.pk


@rule(Introduction)
def can_thank(person: Person, introduction: Introduction) -> bool:
    """The mentee who was introduced thanks the mentor."""
    return introduction.mentee_id == person.pk
