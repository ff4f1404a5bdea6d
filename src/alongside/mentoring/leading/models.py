"""One piece of evidence of leadership, from one's own team."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.learning.models import Learning
from alongside.vault.sealed import SealedText


class LeadershipQuerySet(models.QuerySet["Leadership"]):
    """Which evidence a person sees."""

    def visible_to(self, person: Person) -> LeadershipQuerySet:
        """Only one's own: it tells of people who are not here."""
        return self.filter(person=person)

    def for_list(self) -> LeadershipQuerySet:
        """Everything that a list shows, the newest first, in one query."""
        return self.select_related("person").order_by("-day", "-pk")


class Leadership(Row):
    """What one did for one's team, what came of it, and when; sealed under the person's own key."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    learning = models.OneToOneField(
        Learning, null=True, blank=True, on_delete=models.SET_NULL, related_name="leadership"
    )
    """What it began with, when one learned it from a mentee."""
    did = SealedText()
    effect = SealedText()
    day = models.DateField()

    objects = LeadershipQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id
