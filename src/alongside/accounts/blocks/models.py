"""A block: neither finds, asks or writes to the other."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Block(Row):
    """``person`` blocked ``other``; only ``person`` knows."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_block_a_pair"),
            models.CheckConstraint(condition=~models.Q(person=models.F("other")), name="nobody_blocks_themself"),
        ]
