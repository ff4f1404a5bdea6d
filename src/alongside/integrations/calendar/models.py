"""The address of a private feed."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class FeedQuerySet(models.QuerySet["Feed"]):
    """Which feeds a person sees."""

    def visible_to(self, person: Person) -> FeedQuerySet:
        """A feed is seen by the person whose calendar it is."""
        return self.filter(person=person)


class Feed(Row):
    """Only a digest of the address's token is kept, so that a lost database opens no calendar."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="feed")
    token_digest = models.CharField(max_length=64, unique=True)

    objects = FeedQuerySet.as_manager()
