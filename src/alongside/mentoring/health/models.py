"""An alert about a mentorship, told to the pair."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship


class AlertQuerySet(models.QuerySet["Alert"]):
    """Which alerts a person sees."""

    def visible_to(self, person: Person) -> AlertQuerySet:
        """An alert is seen by the people whose mentorship it is about."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def standing(self) -> AlertQuerySet:
        """Those whose reason has not gone."""
        return self.filter(over_at=None)


class Alert(Row):
    """A plain sign that something should be talked about; it goes when its reason goes."""

    class Kind(models.TextChoices):
        """The signs, each found by counting."""

        NO_FIRST_MEETING = "no_first_meeting", _("You have not met yet, two weeks after you began.")
        GAP = "gap", _("Your last meeting is longer ago than twice the time you agreed on.")
        CANCELLED = "cancelled", _("The last two meetings were cancelled within a day of their time.")
        PULSE = "pulse", _("The last pulse says that something should be talked about.")
        UNPREPARED = "unprepared", _("The last three meetings had no agenda.")
        ADVICE = "advice", _("More than five pieces of advice wait for a decision or a result.")

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=20, choices=Kind)
    over_at = models.DateTimeField(null=True, blank=True)
    passed_on_at = models.DateTimeField(null=True, blank=True)
    """When a coordinator heard of it: the pair had a week first."""

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentorship", "kind"],
                condition=models.Q(over_at=None),
                name="one_standing_alert_a_kind",
            )
        ]
