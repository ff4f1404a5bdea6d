"""Keeps what may be searched by words together in one column, whenever a part of it changes."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.accounts.persons.models import Person

from .models import Profile

LONGEST = 100_000
"""Beyond this a document outgrows what PostgreSQL indexes comfortably."""


def keep(person: Person, *, career: str | None = None, skills: str | None = None) -> None:
    """Take the words that a noun above gathered, and put everything together again; one change at a time."""
    profile, _ = Profile.objects.select_for_update(no_key=True).get_or_create(person=person)
    if career is not None:
        profile.career_words = career[:LONGEST]
    if skills is not None:
        profile.skill_words = skills[:LONGEST]
    profile.words = together(profile)
    profile.save(update_fields=["career_words", "skill_words", "words"])


def together(profile: Profile) -> str:
    """Everything that may be searched. A name is not part of it: whoever stays back is not found by it."""
    parts = [profile.headline, *profile.topics, profile.about, profile.skill_words, profile.career_words]
    return lines(parts)[:LONGEST]


def lines(parts: Iterable[object]) -> str:
    """Put the parts that say something one under the other."""
    return "\n".join(str(part) for part in parts if part not in (None, ""))
