"""Reading soundings."""

from __future__ import annotations

import hashlib

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from .models import Sounding, SoundingLink


def digest_of(token: str) -> str:
    """What is kept of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> SoundingLink | None:
    """The link that a token opens."""
    related = SoundingLink.objects.select_related("sounding__mentorship", "sounding__person")
    return related.filter(token_digest=digest_of(token), sounding__person__is_active=True).first()


def of_person(mentorship: Mentorship, person: Person) -> list[Sounding]:
    """What this person asked here, the one before first."""
    rows = Sounding.objects.filter(mentorship=mentorship, person=person)
    return list(rows.order_by("created_at", "pk"))


def of_mentorship(mentorship: Mentorship, reader: Person) -> list[Sounding]:
    """What this reader may see here, in three queries."""
    rows = list(Sounding.objects.visible_to(reader).filter(mentorship=mentorship).whole())
    for sounding in rows:
        for part in (*sounding.links.all(), *sounding.voices.all()):
            part.sounding = sounding  # its mentorship's key opens the texts
    return rows
