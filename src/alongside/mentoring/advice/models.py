"""The advice ledger and the actions that follow."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class AdviceQuerySet(models.QuerySet["Advice"]):
    """Which advice a person sees."""

    def visible_to(self, person: Person) -> AdviceQuerySet:
        """Advice is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def open(self) -> AdviceQuerySet:
        """Not decided, or decided and without a result so far."""
        tried = models.Q(result_at=None, decision__in=[Advice.Decision.DO, Advice.Decision.ADAPT])
        return self.filter(models.Q(decision=Advice.Decision.OPEN) | tried)


class Advice(Row):
    """Advice heard, the decision about it with its reason, and later its result."""

    class Decision(models.TextChoices):
        """What the mentee decided."""

        OPEN = "", _("Not decided yet")
        DO = "do", _("Do it")
        ADAPT = "adapt", _("Adapt it")
        NOT_DO = "not_do", _("Do not do it")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="advice")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="advice"
    )
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.OPEN, blank=True)
    why = SealedText()
    decided_at = models.DateTimeField(null=True, blank=True)
    result = SealedText()
    result_at = models.DateTimeField(null=True, blank=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "advice"

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id


class ActionQuerySet(models.QuerySet["Action"]):
    """Which actions a person sees."""

    def visible_to(self, person: Person) -> ActionQuerySet:
        """An action is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))


class Action(Row):
    """Something that one of the pair will do by a date."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="actions")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )
    advice = models.ForeignKey(
        Advice, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = ActionQuerySet.as_manager()

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id
