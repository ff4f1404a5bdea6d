"""A window of the week in which a person can meet."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class WindowQuerySet(models.QuerySet["Window"]):
    """Which windows a person edits."""

    def visible_to(self, person: Person) -> WindowQuerySet:
        """Windows are seen by their owner; others see only where they overlap with their own."""
        return self.filter(person=person)


class Window(Row):
    """From ``starts`` to ``ends`` on a weekday (0 is Monday), on the wall clock of the person's zone.

    A window that ends at 00:00 ends at midnight.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="windows")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    objects = WindowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="a_day_of_the_week"),
            models.UniqueConstraint(fields=["person", "weekday", "starts"], name="one_window_a_start"),
        ]
