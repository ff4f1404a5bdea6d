"""A word for one named item of evidence: asked by the person, given by a mentor or by a colleague."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.evidence.models import Evidence
from alongside.kit.clock import now
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class ConfirmationQuerySet(models.QuerySet["Confirmation"]):
    """Which confirmations a person sees."""

    def visible_to(self, person: Person) -> ConfirmationQuerySet:
        """Whoever asked, and the mentor who was asked, until the question is taken back."""
        asked = models.Q(mentor=person, withdrawn_at=None)
        return self.filter(models.Q(evidence__person=person) | asked)

    def open(self) -> ConfirmationQuerySet:
        """Asked, and still waiting for an answer."""
        return self.filter(answer=Confirmation.Answer.ASKED, withdrawn_at=None, expires_at__gt=now())

    def for_list(self) -> ConfirmationQuerySet:
        """Everything that a list shows, the newest first."""
        return self.select_related("evidence__person", "evidence__skill__framework", "mentor").order_by("-pk")


class Confirmation(Row):
    """One question about one item; of a colleague's link only a digest is kept."""

    class Answer(models.TextChoices):
        """What was said."""

        ASKED = "", _("Not answered yet")
        YES = "yes", _("Confirmed")
        NO = "no", _("Not confirmed")

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="confirmations")
    mentor = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="confirmations"
    )
    colleague_name = models.CharField(max_length=120, blank=True, default="")
    colleague_email = models.EmailField(blank=True, default="")
    relation = models.CharField(max_length=120, blank=True, default="")
    """How they worked together, in the colleague's own words."""
    answer = models.CharField(max_length=3, choices=Answer, default=Answer.ASKED, blank=True)
    why = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    token_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mentor=None) ^ models.Q(colleague_email=""), name="asked_of_one"
            )
        ]

    @property
    def who(self) -> str:
        """The name of who was asked."""
        return self.mentor.name if self.mentor else self.colleague_name

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        asked = self.answer == self.Answer.ASKED and self.withdrawn_at is None
        return asked and self.expires_at > now()

    @property
    def stands(self) -> bool:
        """Whether it was confirmed, and what was confirmed still says the same."""
        changed, said = self.evidence.changed_at, self.answered_at
        return self.answer == self.Answer.YES and bool(said and (changed is None or said >= changed))

    def seal_key_id(self) -> int:
        """The key of the person whose evidence it is."""
        return self.evidence.person.key_id
