"""Who may do what with messages."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Message


@rule(Mentorship)
def can_write_message(person: Person, mentorship: Mentorship) -> bool:
    """The people in a mentorship write to each other."""
    return is_in(person, mentorship)


@rule(Mentorship)
def can_read_messages(person: Person, mentorship: Mentorship) -> bool:
    """The people in a mentorship read what was written there; nobody else does, whatever their role."""
    return is_in(person, mentorship)


@rule(Message)
def can_change(person: Person, message: Message) -> bool:
    """Only its author mends a message or takes it back."""
    return message.author_id == person.pk
