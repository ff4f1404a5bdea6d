"""The agreement: every edit makes a version; the newest that both accepted is in force."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class VersionQuerySet(models.QuerySet["Version"]):
    """Which versions a person sees."""

    def visible_to(self, person: Person) -> VersionQuerySet:
        """An agreement is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def for_show(self) -> VersionQuerySet:
        """Everything that the pages show: who wrote it and who accepted, the newest first."""
        rows = self.select_related("mentorship", "written_by").order_by("-number")
        return rows.prefetch_related("acceptances__person", "mentorship__participants")


class Version(Row):
    """One version, whole. ``terms`` is JSON of the fields of domain.md 2.3, sealed."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    terms = SealedText()

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "number"], name="one_version_a_number")]

    @property
    def said(self) -> dict[str, Any]:  # Any: a term is a text, a number or a list
        """The terms, by the names of ``terms.FIELDS``."""
        said: dict[str, Any] = json.loads(self.terms or "{}")
        return said

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id


class Acceptance(models.Model):
    """One person's yes to one version."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="acceptances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="one_yes_each")]
