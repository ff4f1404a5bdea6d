"""The base of most tables: a row with a code and the moment of its making."""

from __future__ import annotations

from django.db import models

from .clock import now
from .codes import new_code


class Row(models.Model):
    """A row that people can point at: its ``code`` stands in addresses, its key never does."""

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True
