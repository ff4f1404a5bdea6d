"""Who may do what to an agreement."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Version


@rule(Mentorship)
def can_draft_agreement(person: Person, mentorship: Mentorship) -> bool:
    """The first draft comes with the mentorship, by whoever of the two begins it."""
    return is_in(person, mentorship)


@rule(Mentorship)
def can_edit_agreement(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it writes a new version of the agreement."""
    return is_in(person, mentorship)


@rule(Version)
def can_accept(person: Person, version: Version) -> bool:
    """Each of the people in it says yes for themself."""
    return is_in(person, version.mentorship)
