"""An archive that is being made or waits to be fetched, and what a person brought along from elsewhere."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText, open_bytes, seal_bytes


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
    """The zip file in base 64, of one that was made before it lay in pieces."""
    size = models.PositiveBigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ArchiveQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id


class Piece(Row):
    """A piece of the zip file, sealed: what is unreadable at rest stays so while it waits to be fetched."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField(editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["archive", "number"], name="each_piece_once")]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.archive.seal_key_id()

    def keep(self, content: bytes) -> None:
        """Seal the content."""
        self.content = seal_bytes(self, self._column(), content)

    def read(self) -> bytes:
        """Open the content."""
        return open_bytes(self, self._column(), bytes(self.content))

    def _column(self) -> models.BinaryField:  # type: ignore[type-arg]  # the stubs give it no parameters
        return self._meta.get_field("content")  # type: ignore[return-value]  # by its name it could be any field


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


class KeptFileQuerySet(models.QuerySet["KeptFile"]):
    """Which files of an earlier record a person sees."""

    def visible_to(self, person: Person) -> KeptFileQuerySet:
        """Only one's own."""
        return self.filter(person=person)


class KeptFileManager(models.Manager.from_queryset(KeptFileQuerySet)):  # type: ignore[misc]  # built by Django
    """Whoever lists files does not open them."""

    def get_queryset(self) -> KeptFileQuerySet:
        """Every file without its content, which is read when it is asked for."""
        files: KeptFileQuerySet = super().get_queryset()
        return files.select_related("person").defer("content")


class KeptFile(Row):
    """A file of a keepsake: to fetch, and part of the next archive again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    place = SealedText()
    """Where it lies in the archive; its last word is what it is called."""
    kind = models.CharField(max_length=10)
    content = models.BinaryField(editable=False)

    objects: ClassVar[KeptFileManager] = KeptFileManager()

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    def keep(self, content: bytes) -> None:
        """Seal the content."""
        self.content = seal_bytes(self, self._column(), content)

    def read(self) -> bytes:
        """Open the content."""
        return open_bytes(self, self._column(), bytes(self.content))

    def _column(self) -> models.BinaryField:  # type: ignore[type-arg]  # the stubs give it no parameters
        return self._meta.get_field("content")  # type: ignore[return-value]  # by its name it could be any field
