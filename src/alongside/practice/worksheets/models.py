"""A worksheet and its versions; what people write in them is sealed under the owner's key."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, owner_is_in_it
from alongside.vault.models import DataKey
from alongside.vault.sealed import SealedText


class WorksheetQuerySet(models.QuerySet["Worksheet"]):
    """Which worksheets a person sees."""

    def visible_to(self, person: Person) -> WorksheetQuerySet:
        """A worksheet is seen by whose it is, and by the people of the mentorship that it is shared with."""
        shared = models.Q(mentorship__in=Mentorship.objects.visible_to(person))
        return self.filter(models.Q(owner=person) | (shared & owner_is_in_it()))

    def for_list(self) -> WorksheetQuerySet:
        """Everything that a list shows, the one that was worked on last first."""
        return self.select_related("owner", "mentorship").order_by("-changed_at")

    def with_people(self) -> WorksheetQuerySet:
        """Each with whose it is and with whom it is shared."""
        return self.select_related("owner", "mentorship").prefetch_related("mentorship__participants")


class Worksheet(Row):
    """One use of a practice tool. It belongs to a person, and leaves with them."""

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="worksheets")
    tool = models.CharField(max_length=40)
    title = SealedText()
    mentorship = models.ForeignKey(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="worksheets"
    )
    """With whom it is shared; without one it is private."""
    shared_at = models.DateTimeField(null=True, blank=True)
    number = models.PositiveIntegerField(default=0)
    """The version that is in force."""
    changed_at = models.DateTimeField()
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = WorksheetQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-changed_at"])]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.key_id


class Version(Row):
    """How a worksheet stood after one change. ``before`` is the version that undoing leads back to."""

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    before = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    name = SealedText()
    content = SealedText()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["worksheet", "number"], name="one_sheet_version_a_number")
        ]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.worksheet.key_id
