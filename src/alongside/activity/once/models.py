"""The mark that a form was sent, and where its answer led."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Once(models.Model):
    """One sending of one form by one person."""

    token = models.CharField(max_length=64)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    path = models.CharField(max_length=300)
    """A keyed digest of it: an address may hold the secret of a mailed link."""
    location = models.CharField(max_length=500, blank=True)
    """Where the answer led; empty for the same page again."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "person", "path"], name="once", nulls_distinct=False)
        ]
