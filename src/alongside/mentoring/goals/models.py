"""A goal with five agreed levels (goal attainment scaling), and its progress."""

from __future__ import annotations

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


class Goal(Row):
    """A mentee's goal for a quarter; levels −2 … +2 are described and agreed before the score is known."""

    mentorship = models.ForeignKey(Mentorship, on_delete=models.CASCADE, related_name="goals")
    mentee = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="goals")
    skill = models.ForeignKey(Skill, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quarter = models.CharField(max_length=7)
    """Such as 2027-Q1."""
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

    def seal_key_id(self) -> int:
        """The mentorship's key."""
        return self.goal.mentorship.key_id
