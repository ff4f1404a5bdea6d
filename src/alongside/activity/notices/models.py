"""A notice: one line for one person, with a link."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from alongside.kit.rows import Row


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Who sees which notices."""

    def visible_to(self, person: Any) -> NoticeQuerySet:  # Any: persons live in an area above
        """A notice is seen by the person who was told, and nobody else."""
        return self.filter(person=person)

    def unread(self) -> NoticeQuerySet:
        """What its person has not read yet."""
        return self.filter(read_at=None)


class Notice(Row):
    """Something that a person should know. The text names no private matter."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"])]
