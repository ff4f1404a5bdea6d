"""The base of most tables: a row with a code and the moment of its making."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from django.utils.encoding import force_str

from .clock import now
from .codes import new_code


class Row(models.Model):
    """A row that people can point at: its ``code`` stands in addresses, its key never does."""

    code = models.CharField(max_length=16, unique=True, default=new_code, editable=False)
    created_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: models.Field[Any, Any]) -> str:  # noqa: N802  # the name is Django's
        """Return the label of a choice; Django's own translates all labels of the field for each row."""
        value = getattr(self, field.attname)
        label: str = force_str(_labels(field).get(value, value), strings_only=True)
        return label


@cache
def _labels(field: models.Field[Any, Any]) -> dict[Any, Any]:  # Any: values and lazy labels of any choices
    return dict(field.flatchoices)
