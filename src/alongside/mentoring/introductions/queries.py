"""Reading introductions, each side its own part of them."""

from __future__ import annotations

import hashlib

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from .models import Introduction, Outcome

RESULTS = frozenset({Outcome.Kind.TALK, Outcome.Kind.JOB, Outcome.Kind.CUSTOMER, Outcome.Kind.OTHER})
"""What is worth more than having met."""


def digest_of(token: str) -> str:
    """What is kept of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Introduction | None:
    """The introduction that a link leads to."""
    related = Introduction.objects.select_related("mentorship", "mentee", "mentor")
    return related.filter(token_digest=digest_of(token), mentee__is_active=True).first()


def of_mentorship(mentorship: Mentorship, person: Person) -> list[Introduction]:
    """What this person asked or was asked here, the newest first, in two queries."""
    return list(Introduction.objects.visible_to(person).filter(mentorship=mentorship).for_list())


def of_person(person: Person) -> list[Introduction]:
    """What this person asked or was asked anywhere, the newest first, in two queries."""
    return list(Introduction.objects.visible_to(person).for_list())


def newest_outcome(introduction: Introduction) -> Outcome | None:
    """What was told last. Costs no query after ``for_list``."""
    told = list(introduction.outcomes.all())
    return told[-1] if told else None
