"""What one person writes before the first meeting."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class CommonGroundQuerySet(models.QuerySet["CommonGround"]):
    """Which of them a person sees."""

    def visible_to(self, person: Person) -> CommonGroundQuerySet:
        """One's own; those of the others are opened by the page when everybody has written."""
        return self.filter(person=person)


class CommonGround(Row):
    """Written apart: nobody reads the other before everybody has written."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="common_ground")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    texts = SealedText()
    """JSON: what was ticked, and the texts by the key of their question."""

    objects = CommonGroundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mentorship", "person"], name="one_common_ground_each")
        ]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id

    @property
    def words(self) -> dict[str, Any]:
        """What was ticked and written."""
        words: dict[str, Any] = json.loads(self.texts or "{}")
        return words
