"""Who may do what to a mentorship."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.people.offers.models import Format

from .models import Mentorship, Participant

Side = Participant.Side


def is_in(person: Person, mentorship: Mentorship) -> bool:
    """Whether the person belongs to the mentorship, on either side."""
    return any(one.person_id == person.pk for one in mentorship.participants.all())


def is_on(side: str, person: Person, mentorship: Mentorship) -> bool:
    """Whether the person is on this side of the mentorship."""
    people = mentorship.participants.all()
    return any(one.person_id == person.pk and one.side == side for one in people)


@rule(Participant)
def can_begin(person: Person, mentor: Participant) -> bool:
    """A mentorship begins when its mentor says yes to who asked."""
    return mentor.person_id == person.pk and mentor.side == Side.MENTOR


@rule(Mentorship)
def can_take_in(person: Person, mentorship: Mentorship) -> bool:
    """A mentor of a circle takes in who asked them."""
    return is_on(Side.MENTOR, person, mentorship)


@rule(Mentorship)
def can_pause(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it may pause a mentorship."""
    return is_in(person, mentorship)


@rule(Mentorship)
def can_resume(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it may take a mentorship up again."""
    return is_in(person, mentorship)


@rule(Mentorship)
def can_end(person: Person | None, mentorship: Mentorship) -> bool:
    """Either of a pair ends it at any time, without a reason; so does the system when one left.

    A circle is ended by its mentors; a mentee leaves it, and it ends with the last one.
    """
    if person is None or mentorship.format != Format.CIRCLE:
        return person is None or is_in(person, mentorship)
    sides = [one.side for one in mentorship.participants.all()]
    return is_on(Side.MENTOR, person, mentorship) or (
        sides.count(Side.MENTEE) == 1 and is_in(person, mentorship)
    )


@rule(Mentorship)
def can_set_term(person: Person, mentorship: Mentorship) -> bool:
    """The last day follows from the agreement that the people in it have accepted."""
    return is_in(person, mentorship)
