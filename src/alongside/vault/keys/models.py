"""A data key, wrapped by a key-encryption key that never touches the database."""

from __future__ import annotations

from django.db import models

from alongside.kit.rows import Row


class DataKey(Row):
    """The key of one mentorship or one person. Destroying it makes every text under it unreadable."""

    wrapped_by = models.CharField(max_length=40)
    wrapped = models.BinaryField()
    destroyed_at = models.DateTimeField(null=True, blank=True)
