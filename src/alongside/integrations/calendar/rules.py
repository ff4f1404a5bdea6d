"""Who may do what to a feed."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Feed


@rule(Feed)
def can_open(person: Person, feed: Feed) -> bool:
    """Everybody opens and closes the feed of their own calendar."""
    return feed.person_id == person.pk
