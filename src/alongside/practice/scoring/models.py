"""A round of scoring apart, and what each person says in it."""

from __future__ import annotations

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.practice.worksheets.models import Worksheet
from alongside.vault.sealed import SealedText


class RoundQuerySet(models.QuerySet["ScoringRound"]):
    """Which rounds a person sees."""

    def visible_to(self, person: Person) -> RoundQuerySet:
        """A round is seen by whoever sees the worksheet; what others say in it only when everybody is done."""
        return self.filter(worksheet__in=Worksheet.objects.visible_to(person))


class ScoringRound(Row):
    """Everybody judges the same rows, unseen; ``settled`` says who moved and why."""

    worksheet = models.ForeignKey(Worksheet, on_delete=models.CASCADE, related_name="rounds")
    version = models.PositiveIntegerField()
    """The version whose rows are judged."""
    settled = SealedText()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["worksheet"], condition=models.Q(settled_at=None), name="one_open_round_a_sheet"
            )
        ]

    def seal_key_id(self) -> int:
        """The key of the worksheet's owner."""
        return self.worksheet.key_id


class Judgement(Row):
    """What one person says of every row; nobody else sees it before all are done."""

    round = models.ForeignKey(ScoringRound, on_delete=models.CASCADE, related_name="judgements")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    cells = SealedText()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="one_judgement_each")]

    def seal_key_id(self) -> int:
        """The key of the person who judges."""
        return self.person.key_id
