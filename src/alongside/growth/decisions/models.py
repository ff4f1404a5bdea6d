"""A decision about one's career; what is written in it is sealed under the person's own key."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class CareerDecisionQuerySet(models.QuerySet["CareerDecision"]):
    """Which decisions a person sees."""

    def visible_to(self, person: Person) -> CareerDecisionQuerySet:
        """Only one's own: a mentor sees the sheet, if it is shared, and never the decision."""
        return self.filter(person=person)

    def for_list(self) -> CareerDecisionQuerySet:
        """Everything that a list shows: open ones first, then the newest."""
        return self.select_related("person").order_by(models.F("decided_at").desc(nulls_first=True), "-pk")

    def due(self, day: dt.date) -> CareerDecisionQuerySet:
        """Decided, to be looked at again by this day, not asked yet, and the person is still here."""
        ripe = self.filter(review_on__lte=day, asked_at=None, reviewed_at=None, person__is_active=True)
        return ripe.exclude(decided_at=None).select_related("person")


class CareerDecision(Row):
    """A question with two to four options, the sheet that weighs them, what was decided and why, and the review."""

    class Again(models.TextChoices):
        """Whether one would decide the same again, half a year later."""

        YES = "yes", _("Yes, the same again")
        PARTLY = "partly", _("Yes, but otherwise")
        NO = "no", _("No")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="career_decisions")
    question = SealedText()
    options = SealedText()
    """One on each line."""
    preset = models.CharField(max_length=20, blank=True, default="")
    sheet = models.CharField(max_length=16, blank=True, default="")
    """The code of the worksheet that weighs the options, once it was opened."""
    chosen = SealedText()
    reasons = SealedText()
    otherwise = SealedText()
    """What would change one's mind."""
    decided_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    """When the person was asked what came of it."""
    came = SealedText()
    """What came of it."""
    again = models.CharField(max_length=8, choices=Again, blank=True, default="")
    reviewed_at = models.DateTimeField(null=True, blank=True)

    objects = CareerDecisionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-created_at"]),
            models.Index(fields=["review_on"], condition=models.Q(asked_at=None), name="decisions_to_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_at=None) | models.Q(decided_at__isnull=False),
                name="reviewed_after_it_was_decided",
            )
        ]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id

    @property
    def choices(self) -> list[str]:
        """The options."""
        return str(self.options).splitlines()
