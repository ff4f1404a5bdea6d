"""Who may ask colleagues, and who may do what with their answers."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Sounding, SoundingLink


@rule(Mentorship)
def can_ask_colleagues(person: Person, mentorship: Mentorship) -> bool:
    """Either side asks their own colleagues about themself."""
    return is_in(person, mentorship)


@rule(Sounding)
def can_close_sounding(person: Person | None, sounding: Sounding) -> bool:
    """Whoever asked closes the round; so does time."""
    return person is None or sounding.person_id == person.pk


@rule(Sounding)
def can_share_sounding(person: Person, sounding: Sounding) -> bool:
    """Only whoever asked shows the others what colleagues said."""
    return sounding.person_id == person.pk


@rule(SoundingLink)
def can_withdraw_link(person: Person, link: SoundingLink) -> bool:
    """Only whoever asked takes a link back."""
    return link.sounding.person_id == person.pk


@rule(SoundingLink)
def can_answer_link(person: Person | None, link: SoundingLink) -> bool:
    """Whoever holds the link answers, with an account or without; nobody answers about themself."""
    return person is None or link.sounding.person_id != person.pk
