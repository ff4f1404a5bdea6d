"""What follows at once, in the same transaction, when a level is said: ``config/evidencing.py`` names it."""

from __future__ import annotations

from collections.abc import Callable

from alongside.accounts.persons.models import Person

from .models import Skill

FOLLOWERS: list[Callable[[Person, Skill], None]] = []


def follow(person: Person, skill: Skill) -> None:
    """Tell everything that rests on this level."""
    for follower in FOLLOWERS:
        follower(person, skill)
