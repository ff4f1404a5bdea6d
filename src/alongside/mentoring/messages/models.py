"""A message and its attachments, how far somebody has read, and what they have begun to write."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText, open_bytes, seal_bytes

CHANGEABLE = dt.timedelta(minutes=15)
"""How long a message can be mended or taken back."""


class MessageQuerySet(models.QuerySet["Message"]):
    """Who sees which messages."""

    def visible_to(self, person: Person) -> MessageQuerySet:
        """A message is seen by the people in its mentorship, and by nobody else."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def for_list(self) -> MessageQuerySet:
        """Each with its author and what is attached, but not the content of the files."""
        return self.select_related("mentorship", "author").prefetch_related("attachments")


class Message(Row):
    """What somebody wrote to the others. Nothing is kept of a message that was deleted, but that there was one."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="messages")
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentorship", "-created_at"], name="message_thread")]

    def can_still_change(self, at: dt.datetime) -> bool:
        """Whether it is young enough to be mended or taken back."""
        return self.deleted_at is None and at < self.created_at + CHANGEABLE

    def seal_key_id(self) -> int:
        """The key of what the pair write."""
        return self.mentorship.key_id


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Who sees which attachments."""

    def visible_to(self, person: Person) -> AttachmentQuerySet:
        """An attachment is seen by whoever sees its message."""
        return self.filter(message__mentorship__in=Mentorship.objects.visible_to(person))


class AttachmentManager(models.Manager.from_queryset(AttachmentQuerySet)):  # type: ignore[misc]  # built by Django
    """Whoever lists files does not open them."""

    def get_queryset(self) -> AttachmentQuerySet:
        """Every attachment without its content, which is read when it is asked for."""
        files: AttachmentQuerySet = super().get_queryset()
        return files.defer("content")


class Attachment(Row):
    """A file: its name and its content are unreadable at rest."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = SealedText()
    kind = models.CharField(max_length=100)
    """What the content was found to be, as it is served."""
    size = models.PositiveIntegerField()
    content = models.BinaryField(editable=False)

    objects: ClassVar[AttachmentManager] = AttachmentManager()

    class Meta:
        ordering = ["pk"]

    def keep(self, content: bytes) -> None:
        """Seal the content."""
        self.size = len(content)
        self.content = seal_bytes(self, self._column(), content)

    def read(self) -> bytes:
        """Open the content."""
        return open_bytes(self, self._column(), bytes(self.content))

    def seal_key_id(self) -> int:
        """The key of what the pair write."""
        return self.message.seal_key_id()

    def _column(self) -> models.BinaryField:  # type: ignore[type-arg]  # the stubs give it no parameters
        return self._meta.get_field("content")  # type: ignore[return-value]  # by its name it could be any field


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Who sees them."""

    def visible_to(self, person: Person) -> ReadingQuerySet:
        """How far somebody has read is their own; the others see only that they have read."""
        return self.filter(person=person)


class Reading(Row):
    """How far one person has read one thread."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mentorship", "person"], name="one_reading_each")]


class DraftQuerySet(models.QuerySet["Draft"]):
    """Who sees them."""

    def visible_to(self, person: Person) -> DraftQuerySet:
        """What somebody has begun to write is seen by nobody else."""
        return self.filter(person=person)


class Draft(Row):
    """What somebody has begun to write in one thread; nobody else reads it."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText()

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mentorship", "person"], name="one_draft_each")]

    def seal_key_id(self) -> int:
        """The person's own key: a draft is nobody else's yet."""
        return self.person.seal_key_id()
