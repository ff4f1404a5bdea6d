"""Who may ask for a word about evidence, and who may give it."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .mentors import mentors_of
from .models import Confirmation


@rule(Confirmation)
def can_ask(person: Person, confirmation: Confirmation) -> bool:
    """Only the person asks about evidence of their own: somebody who mentors them now, or a colleague by letter."""
    mentor = confirmation.mentor
    return confirmation.evidence.person_id == person.pk and (mentor is None or mentor in mentors_of(person))


@rule(Confirmation)
def can_withdraw(person: Person, confirmation: Confirmation) -> bool:
    """Only the person who asked takes the question back."""
    return confirmation.evidence.person_id == person.pk


@rule(Confirmation)
def can_answer(person: Person | None, confirmation: Confirmation) -> bool:
    """The mentor who was asked, while they mentor; of a link whoever holds it, but nobody for themself."""
    if confirmation.mentor is None:
        return person is None or person.pk != confirmation.evidence.person_id
    return person == confirmation.mentor and person in mentors_of(confirmation.evidence.person)
