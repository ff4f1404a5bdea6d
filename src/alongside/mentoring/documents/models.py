"""What lies on the table of a meeting."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.messages.models import Attachment
from alongside.vault.sealed import SealedText

SHOWN_AS = {
    "png": "picture", "jpeg": "picture", "gif": "picture", "webp": "picture", "pdf": "pages", "plain": "text",
}  # fmt: skip
"""The kinds of files that the page itself shows, and how; a browser can only save the others."""


class DocumentQuerySet(models.QuerySet["Document"]):
    """Which documents a person sees."""

    def visible_to(self, person: Person) -> DocumentQuerySet:
        """A document is seen by the people on whose table it lies."""
        return self.filter(meeting__in=Meeting.objects.visible_to(person))

    def with_files(self) -> DocumentQuerySet:
        """Each with what is known of its file, but not with what is in it."""
        return self.select_related("attachment").defer("attachment__content")


class Document(Row):
    """A file of the thread, or the address of a page; who takes a file back takes it off the table too."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="documents")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    attachment = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    url = SealedText()
    name = SealedText()

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "attachment"], name="a_file_lies_there_once"),
            models.CheckConstraint(
                condition=models.Q(attachment__isnull=False) | ~models.Q(url=b""), name="a_file_or_an_address"
            ),
        ]

    @property
    def shown_as(self) -> str:
        """How the page shows it: ``picture``, ``pages`` or ``text``; nothing where it only names it."""
        return SHOWN_AS.get(self.attachment.kind, "") if self.attachment else ""

    @property
    def address(self) -> str:
        """Where it leads, if it is the address of a page and nothing else."""
        return self.url if self.url.lower().startswith(("https://", "http://")) else ""

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.meeting.mentorship.key_id
