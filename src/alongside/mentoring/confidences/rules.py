"""Who may share an entry of a journal, and take it back."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.mentorships.rules import is_on

from .models import Confidence

Side = Participant.Side


@rule(Confidence)
def can_share(person: Person, confidence: Confidence) -> bool:
    """Only the person shares an entry of theirs, and only with somebody who mentors them."""
    pair = confidence.mentorship
    together = is_on(Side.MENTEE, person, pair) and is_on(Side.MENTOR, confidence.mentor, pair)
    return confidence.entry.person_id == person.pk and together


@rule(Confidence)
def can_take_back(person: Person, confidence: Confidence) -> bool:
    """Only the person takes back what they shared, at any time."""
    return confidence.entry.person_id == person.pk
