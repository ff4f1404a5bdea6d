"""What a person marked while searching."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Mark(Row):
    """A mentor saved or hidden, privately."""

    class Kind(models.TextChoices):
        """What the mark says."""

        SAVED = "saved", _("Saved")
        HIDDEN = "hidden", _("Hidden")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="marks")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "mentor"], name="one_mark_a_mentor")]
