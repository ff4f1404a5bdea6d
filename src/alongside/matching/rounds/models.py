"""A round of a programme, and everything that is kept so that it can be questioned and replayed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.programmes.programmes.models import Programme


class Aim(models.TextChoices):
    """How a round is decided."""

    TOTAL = "total", _("Total fit: as many people as possible, then the best fits together")
    WORST_OFF = "worst-off", _("Worst-off first: the lowest fit is raised as far as it goes")
    STABLE = "stable", _("Stable: no two people would both rather have each other")


class RoundQuerySet(models.QuerySet["Round"]):
    """Which rounds a person sees, and which they run."""

    def run_by(self, person: Person) -> RoundQuerySet:
        """Those of the programmes that the person runs."""
        return self.filter(programme__in=Programme.objects.run_by(person).values("pk"))

    def visible_to(self, person: Person) -> RoundQuerySet:
        """A round is seen by who runs the programme and by who takes part in it."""
        part = Programme.objects.filter(participations__person=person, participations__left_at=None)
        runs = Programme.objects.run_by(person)
        return self.filter(Q(programme__in=part.values("pk")) | Q(programme__in=runs.values("pk")))

    def under_way(self) -> RoundQuerySet:
        """Those that are neither closed nor cancelled."""
        return self.exclude(state__in=[Round.State.CLOSED, Round.State.CANCELLED])

    def for_list(self) -> RoundQuerySet:
        """Everything that a list shows, the newest first."""
        return self.select_related("programme__organisation").order_by("-created_at", "-pk")


class Round(Row):
    """Goes forward only, one step at a time; ``cancelled`` can be reached from every step before ``closed``."""

    class State(models.TextChoices):
        """The steps."""

        COLLECTING = "collecting", _("Collecting")
        FROZEN = "frozen", _("Frozen")
        PROPOSED = "proposed", _("Waiting for a second pair of eyes")
        REVIEWED = "reviewed", _("Reviewed")
        INVITING = "inviting", _("Invitations are out")
        CLOSED = "closed", _("Closed")
        CANCELLED = "cancelled", _("Cancelled")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rounds")
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=State, default=State.COLLECTING)
    collect_until = models.DateField(null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField(default=7)
    """Within so many days both sides say yes or no."""
    decided_by = models.CharField(max_length=10, choices=Aim, default=Aim.TOTAL)
    weights = models.JSONField(default=dict, blank=True)
    """Points of 100 for each part of the fit: {"goals": 35, …}; empty for those of the programme."""
    rules = models.JSONField(default=dict, blank=True)
    """{"own_organisation": bool, "inside": [low, high], "seniority": [low, high] | null, "one_per_team": bool,
    "floor": points | null}; what is not named does not hold."""
    seed = models.PositiveIntegerField(default=0)
    """Breaks ties by lot, the same lot every time."""
    snapshot = models.ForeignKey(
        "Snapshot", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    """Who takes part, as they were when the round was frozen; later decisions have snapshots of their own."""
    decision = models.ForeignKey(
        "Decision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    """The decision that is proposed or published."""
    frozen_at = models.DateTimeField(null=True, blank=True)
    proposed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(answer_days__range=(1, 60)), name="one_to_sixty_days"),
            models.CheckConstraint(
                condition=~Q(proposed_by=F("reviewed_by")), name="a_second_pair_of_eyes_is_another"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen in it."""
        return self.state not in {self.State.CLOSED, self.State.CANCELLED}


class KeptQuerySet(models.QuerySet[Any]):  # Any: any of the models that belong to a round
    """What is kept about a round, for the people who run it."""

    def visible_to(self, person: Person) -> KeptQuerySet:
        """Seen by who runs the round."""
        return self.filter(round__in=Round.objects.run_by(person).values("pk"))


class Snapshot(Row):
    """Everybody who takes part, in plain values, as they were at one moment; never changed afterwards.

    ``content`` is the canonical JSON text that ``digest`` (SHA-256) is of. People are row numbers; there is no
    name, no address and no private text in it.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="snapshots")
    content = models.TextField()
    digest = models.CharField(max_length=64)
    engine = models.CharField(max_length=40)
    """The version of the engine and of the product that made it."""
    mentees = models.PositiveIntegerField()
    mentors = models.PositiveIntegerField()

    objects = KeptQuerySet.as_manager()

    def is_whole(self) -> bool:
        """Whether the content is what it was."""
        return hashlib.sha256(self.content.encode()).hexdigest() == self.digest

    def read(self) -> dict[str, Any]:  # Any: the shape is that of ``problem.snapshots``
        """The content, in plain values."""
        content: dict[str, Any] = json.loads(self.content)
        return content


class Decision(Row):
    """Who was put with whom, and everything that led to it: enough to decide again and find the same."""

    class Kind(models.TextChoices):
        """What was decided."""

        ROUND = "round", _("The round")
        LATE = "late", _("A place that was given later")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="decisions")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="decisions")
    scenario = models.ForeignKey(
        "matching.Scenario", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.ROUND)
    aim = models.CharField(max_length=10, choices=Aim)
    weights = models.JSONField()
    rules = models.JSONField()
    """With "must" and "never" as they were."""
    rankings = models.JSONField(default=dict, blank=True)
    """{"mentee": {person: [others]}, "mentor": {…}}, most wanted first."""
    kept = models.JSONField(default=list, blank=True)
    """Pairs that stood already and were not touched."""
    seed = models.PositiveIntegerField()
    engine = models.CharField(max_length=40)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    result = models.JSONField()
    """{"pairs": [[mentee, mentor, hundredths, [six parts]], …], "unmatched": […], "total": …, "gap": …}"""
    digest = models.CharField(max_length=64)
    """SHA-256 of the pairs."""

    objects = KeptQuerySet.as_manager()


class Run(Row):
    """A job that decides a round: how far it is, and whether somebody asked it to stop."""

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", _("Waiting to begin")
        RUNNING = "running", _("Under way")
        DONE = "done", _("Done")
        FAILED = "failed", _("Could not be done")
        CANCELLED = "cancelled", _("Stopped")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="runs")
    scenario = models.ForeignKey(
        "matching.Scenario", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    step = models.CharField(max_length=16, blank=True)
    """read, score, solve or keep."""
    done = models.PositiveSmallIntegerField(default=0)
    """Percent."""
    attempts = models.PositiveSmallIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    beat_at = models.DateTimeField(null=True, blank=True)
    """When it last said that it is alive."""
    ended_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=400, blank=True)
    """Why it could not be done, in a sentence."""

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round"], condition=Q(state__in=["waiting", "running"]), name="one_run_at_a_time"
            )
        ]
