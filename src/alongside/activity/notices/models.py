"""A notice: one line for one person, with a link."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.kit.rows import Row


class Notice(Row):
    """Something that a person should know. The text names no private matter."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=60)
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"])]
