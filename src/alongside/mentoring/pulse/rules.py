"""Who may do what to a pulse."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.rules import is_in

from .models import Pulse, PulseAnswer


@rule(Pulse)
def can_answer_pulse(person: Person, pulse: Pulse) -> bool:
    """Everybody in the mentorship answers, for themself."""
    return is_in(person, pulse.mentorship)


@rule(PulseAnswer)
def can_release(person: Person, answer: PulseAnswer) -> bool:
    """Only the one who wrote it lets the others read their word."""
    return answer.person_id == person.pk
