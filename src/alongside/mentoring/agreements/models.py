"""The agreement: every edit makes a version; the newest that both accepted is in force."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class Version(Row):
    """One version, whole. ``terms`` is JSON of the fields of domain.md 2.3, sealed."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    terms = SealedText()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["mentorship", "number"], name="one_version_a_number")]

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
