"""What is kept of the studio: scenarios, and what coordinators demand of one pair."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.matching.rounds.models import Aim, KeptQuerySet, Round, Snapshot


class Scenario(Row):
    """A named what-if of the studio: weights, rules and an aim, and what came of them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="scenarios")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, related_name="scenarios")
    name = models.CharField(max_length=80)
    aim = models.CharField(max_length=10, choices=Aim, default=Aim.TOTAL)
    weights = models.JSONField(default=dict, blank=True)
    rules = models.JSONField(default=dict, blank=True)
    """As those of the round, with "must" and "never": lists of [mentee, mentor] row numbers of persons."""
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    result = models.JSONField(default=dict, blank=True)
    """{"pairs": [[mentee, mentor, hundredths], …], "total": …, "people": …, "worst": …}"""

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "name"], name="scenarios_have_names_of_their_own")
        ]


class Pin(Row):
    """What a coordinator demands of one pair, whatever the scenario."""

    class Kind(models.TextChoices):
        """What is demanded."""

        LOCK = "lock", _("Locked")
        FORBID = "forbid", _("Forbidden")
        PICK = "pick", _("Picked by hand")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="pins")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "mentee", "mentor"], name="one_pin_a_pair"),
            models.CheckConstraint(condition=~Q(mentee=F("mentor")), name="nobody_is_pinned_to_themself"),
        ]
