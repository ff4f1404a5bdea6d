"""A goal with five agreed levels (goal attainment scaling), and its progress."""

from __future__ import annotations

import hashlib
import json

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.rows import Row
from alongside.mentoring.mentorships.models import Mentorship
from alongside.vault.sealed import SealedText


class GoalQuerySet(models.QuerySet["Goal"]):
    """Which goals a person sees."""

    def visible_to(self, person: Person) -> GoalQuerySet:
        """A goal is seen by the people whose mentorship it belongs to."""
        return self.filter(mentorship__in=Mentorship.objects.visible_to(person))

    def for_list(self) -> GoalQuerySet:
        """Everything that a list shows: the newest quarter first, with what moved."""
        rows = self.select_related("mentorship", "skill", "mentee")
        return rows.prefetch_related("progress").order_by("-quarter", "place")

    def for_show(self) -> GoalQuerySet:
        """Everything that the page of one goal shows."""
        return (
            self.for_list()
            .select_related("written_by", "agreed_by")
            .prefetch_related("mentorship__participants", "progress__by")
        )


class ProgressQuerySet(models.QuerySet["Progress"]):
    """Which progress entries a person sees."""

    def visible_to(self, person: Person) -> ProgressQuerySet:
        """Progress is seen by the people whose mentorship the goal belongs to."""
        return self.filter(goal__in=Goal.objects.visible_to(person))


class Goal(Row):
    """A mentee's goal for a quarter; levels −2 … +2 are described and agreed before the score is known."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="goals")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="goals")
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quarter = models.CharField(max_length=7)
    """Such as 2027-Q1."""
    place = models.PositiveSmallIntegerField(default=1)
    """Which of the mentee's three of that quarter it is."""
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    """Who wrote the levels as they are now; the other side agrees to them."""
    weight = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(3)]
    )
    title = SealedText()
    levels = SealedText()
    """JSON of five texts, from −2 to +2."""
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    score = models.SmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(-2), MaxValueValidator(2)]
    )
    completed_at = models.DateTimeField(null=True, blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mentee", "quarter", "place"], name="one_goal_a_place"),
            models.CheckConstraint(condition=models.Q(place__range=(1, 3)), name="three_goals_a_quarter"),
            models.CheckConstraint(
                condition=models.Q(completed_at=None)
                | models.Q(score__range=(-2, 2), agreed_at__isnull=False),
                name="completed_means_agreed_and_scored",
            ),
        ]

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have said yes to the five levels."""
        return self.agreed_at is not None

    @property
    def is_open(self) -> bool:
        """Whether it has not been completed."""
        return self.completed_at is None

    @property
    def level_texts(self) -> list[str]:
        """The five levels, from −2 to +2."""
        texts: list[str] = json.loads(self.levels or "[]")
        return texts

    @property
    def fingerprint(self) -> str:
        """Stands for the words as they are now: who agrees sends along which words they read."""
        return hashlib.sha256(f"{self.title}|{self.levels}|{self.weight}".encode()).hexdigest()[:16]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.mentorship.key_id


class Progress(Row):
    """What moved, told to the partner, with evidence if there is any."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="progress")
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    level = models.SmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(-2), MaxValueValidator(2)]
    )
    link = models.URLField(max_length=500, blank=True)

    objects = ProgressQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.goal.mentorship.key_id
