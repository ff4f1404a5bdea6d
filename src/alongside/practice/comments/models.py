"""Comments and their answers, sealed under the key of the worksheet's owner."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.meetings.models import AgendaItem
from alongside.mentoring.mentorships.models import Participant
from alongside.practice.worksheets.models import Worksheet
from alongside.vault.sealed import SealedText


def _said_here(by: str, worksheet: str) -> models.Q:
    """By the owner, or by somebody in the mentorship that the worksheet is shared with now."""
    pair = Participant.objects.filter(
        mentorship=models.OuterRef(f"{worksheet}__mentorship"), person=models.OuterRef(by)
    )
    return models.Q(**{by: models.F(f"{worksheet}__owner")}) | models.Q(models.Exists(pair))


class CommentQuerySet(models.QuerySet["Comment"]):
    """Which comments a person sees."""

    def visible_to(self, person: Person) -> CommentQuerySet:
        """A comment is seen by whose worksheet it is, and by the pair that it was said in.

        Who it is shared with later does not read what the last mentor said in confidence.
        """
        here = self.filter(worksheet__in=Worksheet.objects.visible_to(person))
        in_pair = _said_here("by", "worksheet") & (
            models.Q(parent=None) | _said_here("parent__by", "parent__worksheet")
        )
        return here.filter(models.Q(worksheet__owner=person) | in_pair)

    def open(self) -> CommentQuerySet:
        """Those that begin a thread and are not resolved."""
        return self.filter(parent=None, resolved_at=None)


class Comment(Row):
    """What somebody says about a cell (row and column), a row, or the whole sheet; or an answer to it."""

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="comments")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="answers"
    )
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    row = models.CharField(max_length=16, blank=True)
    column = models.CharField(max_length=40, blank=True)
    text = SealedText()
    suggestion = SealedText()
    """What should stand in the cell instead."""
    resolved_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The key of the worksheet's owner."""
        return self.worksheet.key_id


class OnAgenda(models.Model):
    """A comment that joined the agenda of a meeting; without the item where somebody took that away again."""

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="on_agenda")
    item = models.OneToOneField(AgendaItem, null=True, on_delete=models.SET_NULL, related_name="+")
