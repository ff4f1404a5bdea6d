"""What happened: who did what to which thing, and when. Never any private text."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.kit.rows import Row


class Event(Row):
    """One thing that happened. ``about`` is known by its kind and code, so that erasing it breaks no record."""

    verb = models.CharField(max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about_kind = models.CharField(max_length=60)
    about_code = models.CharField(max_length=16)
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["about_kind", "about_code"]),
            models.Index(fields=["verb", "created_at"]),
        ]
