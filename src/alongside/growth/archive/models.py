"""An archive that is being made or waits to be fetched, and what a person brought along from elsewhere."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class ArchiveQuerySet(models.QuerySet["Archive"]):
    """Which archives a person sees."""

    def visible_to(self, person: Person) -> ArchiveQuerySet:
        """Only one's own, and never the content with a list."""
        return self.filter(person=person).defer("content")


class Archive(Row):
    """One archive of one person: asked for, made by a job, fetched, and gone after a week."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("It begins in a moment")
        RUNNING = "running", _("It is being made")
        DONE = "done", _("It is ready")
        FAILED = "failed", _("It was broken off")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="archives")
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    part = models.CharField(max_length=40, blank=True)
    """What is being gathered now."""
    done = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    content = SealedText()
    """The zip file in base 64: what is unreadable at rest stays so while it waits to be fetched."""
    size = models.PositiveBigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ArchiveQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id


class KeepsakeQuerySet(models.QuerySet["Keepsake"]):
    """Which parts of an earlier record a person sees."""

    def visible_to(self, person: Person) -> KeepsakeQuerySet:
        """Only one's own."""
        return self.filter(person=person)


class Keepsake(Row):
    """What was shared with others elsewhere: kept to read, and part of the next archive again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keepsakes")
    part = models.CharField(max_length=40)
    rows = SealedText()
    """JSON, as it stood in the archive."""

    objects = KeepsakeQuerySet.as_manager()

    class Meta:
        ordering = ["part"]
        constraints = [models.UniqueConstraint(fields=["person", "part"], name="one_keepsake_a_part")]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id
