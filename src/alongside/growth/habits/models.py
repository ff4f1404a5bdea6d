"""A self-check and a habit; both are the person's own."""

from __future__ import annotations

import json

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class SelfCheckQuerySet(models.QuerySet["SelfCheck"]):
    """Which self-checks a person sees."""

    def visible_to(self, person: Person) -> SelfCheckQuerySet:
        """Only one's own."""
        return self.filter(person=person)


class SelfCheck(Row):
    """Eighteen answers on one day."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="self_checks")
    numbers = SealedText()
    """JSON of 18 whole numbers from 1 to 5."""

    objects = SelfCheckQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def values(self) -> list[int]:
        """The 18 answers."""
        numbers: list[int] = json.loads(self.numbers)
        return numbers


class HabitQuerySet(models.QuerySet["Habit"]):
    """Which habits a person sees."""

    def visible_to(self, person: Person) -> HabitQuerySet:
        """Only one's own."""
        return self.filter(person=person)


class Habit(Row):
    """One thing to do differently for a month, and what it changed in one's own team."""

    class Result(models.TextChoices):
        """How the month went."""

        KEPT = "kept", _("It is a habit now")
        SOMETIMES = "sometimes", _("Sometimes")
        LEFT = "left", _("It was not for me")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="habits")
    group = models.CharField(max_length=20)
    text = SealedText()
    until = models.DateField()
    result = models.CharField(max_length=10, choices=Result, blank=True, default="")
    effect = SealedText()
    """What it changed, in meetings or in one's own team."""
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = HabitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at=None), name="one_habit_at_a_time"
            )
        ]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id
