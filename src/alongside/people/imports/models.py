"""An import: what was uploaded, what it would change, and whether it was applied."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class ImportQuerySet(models.QuerySet["Import"]):
    """Which imports a person sees."""

    def visible_to(self, person: Person) -> ImportQuerySet:
        """An import is seen by the person who uploaded it."""
        return self.filter(by=person)

    def rosters(self) -> ImportQuerySet:
        """Those that have columns to map."""
        return self.filter(kind=Import.Kind.ROSTER, applied_at=None)


class Import(Row):
    """Read once, previewed, then applied whole or not at all."""

    class Kind(models.TextChoices):
        """What was brought."""

        LINKEDIN = "linkedin", _("LinkedIn archive")
        JSON_RESUME = "json_resume", _("JSON Resume")
        ROSTER = "roster", _("Roster of people")

    kind = models.CharField(max_length=12, choices=Kind)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="imports")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.CASCADE)
    filename = models.CharField(max_length=200)
    read = models.JSONField(default=dict)
    """The rows as they were read, in our own shape; emptied once applied or dropped."""
    mapping = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)
    """[{"row": 12, "column": "email", "text": "…"}]"""
    applied_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()
