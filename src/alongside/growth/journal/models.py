"""An entry of a journal; every text of it, and even what it is about, is sealed."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class EntryQuerySet(models.QuerySet["Entry"]):
    """Which entries a person sees."""

    def visible_to(self, person: Person) -> EntryQuerySet:
        """Only one's own: nobody else, in no role."""
        return self.filter(person=person)

    def for_list(self) -> EntryQuerySet:
        """Everything that a list shows, the newest first."""
        return self.select_related("person").order_by("-created_at", "-pk")


class Entry(Row):
    """Written in a situation, with four questions to it; what it taught may be added much later."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="entries")
    situation = SealedText()
    happened = SealedText()
    made_of_it = SealedText()
    another = SealedText()
    """Another reading of the same thing."""
    will_try = SealedText()
    lesson = SealedText()
    """What it taught, seen from later."""
    changed_at = models.DateTimeField(default=now)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"])]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id
