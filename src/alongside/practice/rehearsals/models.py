"""A rehearsal, its takes, what was scored, and the objections with their answers; sealed under the owner's key."""

from __future__ import annotations

import json

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship, owner_is_in_it
from alongside.vault.sealed import SealedText


class RehearsalQuerySet(models.QuerySet["Rehearsal"]):
    """Which rehearsals a person sees."""

    def visible_to(self, person: Person) -> RehearsalQuerySet:
        """Whose it is, and the people of the mentorship that it is shared with."""
        shared = models.Q(mentorship__in=Mentorship.objects.visible_to(person))
        return self.filter(models.Q(owner=person) | (shared & owner_is_in_it()))

    def for_list(self) -> RehearsalQuerySet:
        """Everything that a list shows, the newest first."""
        rows = self.select_related("owner", "mentorship").prefetch_related("mentorship__participants")
        return rows.order_by("-created_at", "-pk")


class Rehearsal(Row):
    """One task that somebody will do on a day: present this proposal to these people."""

    class Decision(models.TextChoices):
        """What they said on the day."""

        YES = "yes", _("They said yes")
        PARTLY = "partly", _("They said yes to a part")
        LATER = "later", _("They decide later")
        NO = "no", _("They said no")

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="rehearsals")
    mentorship = models.ForeignKey(
        Mentorship, null=True, blank=True, on_delete=models.SET_NULL, related_name="rehearsals"
    )
    """With whom it is rehearsed; without one it is private."""
    title = SealedText()
    ask = SealedText()
    """What they are to decide, in one sentence."""
    downside = SealedText()
    """What could go wrong, said before they say it."""
    day = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=10)
    panel = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    """Who sits there, by the keys of ``panel.py``."""
    before = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    """Confidence for this task in per cent, before the first take."""
    after = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MaxValueValidator(100)])
    """And after the last."""
    decision = models.CharField(max_length=8, choices=Decision, blank=True, default="")
    decided = SealedText()
    """What they decided, in their words."""
    decided_at = models.DateTimeField(null=True, blank=True)
    result = SealedText()
    """What came of it, months later."""
    measure = SealedText()
    measure_before = SealedText()
    measure_after = SealedText()
    result_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    """When the person was asked what came of it."""

    objects = RehearsalQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "-created_at"])]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(before=None) | models.Q(before__lte=100))
                & (models.Q(after=None) | models.Q(after__lte=100)),
                name="confidence_in_per_cent",
            )
        ]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.owner.key_id


class Take(Row):
    """One time through, with its time."""

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="takes")
    number = models.PositiveSmallIntegerField()
    began_at = models.DateTimeField()
    seconds = models.PositiveIntegerField(null=True, blank=True)
    """How long it took; nothing while it runs."""

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["rehearsal", "number"], name="one_take_a_number"),
            models.UniqueConstraint(
                fields=["rehearsal"], condition=models.Q(seconds=None), name="one_take_at_a_time"
            ),
        ]


class Score(Row):
    """What one person saw in one take: eight numbers from 1 to 4, and a note."""

    take = models.ForeignKey(Take, on_delete=models.CASCADE, related_name="scores")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    numbers = SealedText()
    note = SealedText()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["take", "person"], name="one_score_each")]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.take.rehearsal.owner.key_id

    @property
    def values(self) -> list[int]:
        """The eight numbers."""
        numbers: list[int] = json.loads(self.numbers)
        return numbers


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Which objections a person sees."""

    def visible_to(self, person: Person) -> ObjectionQuerySet:
        """Whoever sees the rehearsal."""
        return self.filter(rehearsal__in=Rehearsal.objects.visible_to(person))


class Objection(Row):
    """Something that somebody on the panel may say against it, and the answer that was found."""

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="objections")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    text = SealedText()
    answer = SealedText()
    hardest = models.BooleanField(default=False)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["-hardest", "pk"]

    def seal_key_id(self) -> int:
        """The owner's key."""
        return self.rehearsal.owner.key_id
