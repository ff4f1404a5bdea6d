"""What a person wrote about their work, as marks that can be compared."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Imprint(Row):
    """Made from what everybody who finds the person may read, and from nothing else; a brief keeps its own."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="imprint")
    marks = models.BigIntegerField(null=True, editable=False)
    """Sixty-four marks; None for somebody who wrote nothing."""
