"""A window of the week in which a person can meet."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Window(Row):
    """From ``starts`` to ``ends`` on a weekday (0 is Monday), on the wall clock of the person's zone.

    A window that ends at 00:00 ends at midnight.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="windows")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="a_day_of_the_week"),
            models.UniqueConstraint(fields=["person", "weekday", "starts"], name="one_window_a_start"),
        ]
