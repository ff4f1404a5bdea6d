"""Keeps what may be searched by words together in one column, whenever a part of it changes."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.accounts.persons.models import Person

from .models import Profile

LONGEST = 100_000
"""Beyond this a document outgrows what PostgreSQL indexes comfortably."""


def keep(
    person: Person, *, career: str | None = None, guarded: str | None = None, skills: str | None = None
) -> None:
    """Take the words that a noun above gathered, and put everything together again; one change at a time."""
    profile, _ = Profile.objects.select_for_update(no_key=True).get_or_create(person=person)
    gathered = {"career_words": career, "guarded_words": guarded, "skill_words": skills}
    for column, told in gathered.items():
        if told is not None:
            setattr(profile, column, told[:LONGEST])
    profile.words = together(profile)
    profile.save(update_fields=[*gathered, "words"])


def together(profile: Profile) -> str:
    """Everything that may be searched: what the reader of the page may read, and never a name.

    Whoever stays back is found neither by their employer nor by what they say about themself.
    """
    return lines([*_named(profile), *profile.topics, profile.skill_words, profile.career_words])[:LONGEST]


def written(profile: Profile) -> str:
    """The same without the names of skills: what the person wrote, as far as its readers may read it."""
    return lines([*_named(profile), *profile.topics, profile.career_words])[:LONGEST]


def _named(profile: Profile) -> list[str]:
    return [] if profile.identity_light else [profile.headline, profile.about, profile.guarded_words]


def lines(parts: Iterable[object]) -> str:
    """Put the parts that say something one under the other."""
    return "\n".join(str(part) for part in parts if part not in (None, ""))
