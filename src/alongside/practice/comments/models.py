"""Comments and their answers, sealed under the key of the worksheet's owner."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.practice.worksheets.models import Worksheet
from alongside.vault.sealed import SealedText


class CommentQuerySet(models.QuerySet["Comment"]):
    """Which comments a person sees."""

    def visible_to(self, person: Person) -> CommentQuerySet:
        """A comment is seen by whoever sees the worksheet."""
        return self.filter(worksheet__in=Worksheet.objects.visible_to(person))

    def open(self) -> CommentQuerySet:
        """Those that begin a thread and are not resolved."""
        return self.filter(parent=None, resolved_at=None)


class Comment(Row):
    """What somebody says about a cell (row and column), a row, or the whole sheet; or an answer to it."""

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="answers"
    )
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    row = models.CharField(max_length=16, blank=True)
    column = models.CharField(max_length=40, blank=True)
    text = SealedText()
    suggestion = SealedText()
    """What should stand in the cell instead."""
    resolved_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The key of the worksheet's owner."""
        return self.worksheet.key_id
