"""A block: neither finds, asks or writes to the other."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class BlockQuerySet(models.QuerySet["Block"]):
    """Who sees which blocks."""

    def visible_to(self, person: Person) -> BlockQuerySet:
        """Only the one who blocked; the other never learns of it."""
        return self.filter(person=person)

    def for_list(self) -> BlockQuerySet:
        """Everything that the list shows, newest first."""
        return self.select_related("other").order_by("-created_at", "-pk")


class Block(Row):
    """``person`` blocked ``other``; only ``person`` knows."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    known_as = models.CharField(max_length=120)
    """The name under which ``person`` knew the other: perhaps not their own, where identities are kept back."""

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_block_a_pair"),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("other")), name="nobody_blocks_themself"
            ),
        ]
