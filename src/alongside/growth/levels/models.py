"""Every change of a level, with what it rested on then."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import MOST_LEVELS, Skill, SkillLevel
from alongside.kit.rows import Row


class LevelChangeQuerySet(models.QuerySet["LevelChange"]):
    """Who sees where somebody stood."""

    def visible_to(self, person: Person) -> LevelChangeQuerySet:
        """One's own: others see where somebody stands, never the way there."""
        return self.filter(person=person)


class LevelChange(Row):
    """From this moment on a person stood at this level; no level means that it was taken back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="level_changes")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_LEVELS)]
    )
    ground = models.CharField(
        max_length=10, choices=SkillLevel.Ground, default=SkillLevel.Ground.SELF, blank=True
    )

    objects = LevelChangeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "created_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level=None) | models.Q(level__range=(1, MOST_LEVELS)),
                name="a_change_within_a_scale",
            )
        ]
