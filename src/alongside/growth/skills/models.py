"""The skills framework, and each person's levels."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row


class Framework(Row):
    """A named, versioned set of skills; the default one ships with the product."""

    name = models.CharField(max_length=160)
    version = models.CharField(max_length=20)
    licence = models.CharField(max_length=300, blank=True)
    levels = models.JSONField(default=list)
    roles = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="one_framework_a_version")]


class Skill(Row):
    """One skill, with a descriptor for each of five levels and a target for each role."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="skills")
    key = models.CharField(max_length=8)
    """Such as B3."""
    area_key = models.CharField(max_length=4)
    area = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    descriptors = models.JSONField(default=list)
    role_targets = models.JSONField(default=dict)
    tools = models.JSONField(default=list)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["framework", "key"], name="one_skill_a_key")]

    def __str__(self) -> str:
        return self.name


class SkillLevel(Row):
    """Where a person stands in a skill (1 to 5): said by themself until there is evidence."""

    class Ground(models.TextChoices):
        """What the level rests on."""

        SELF = "self", _("Self-rated")
        EVIDENCED = "evidenced", _("Evidenced")
        CONFIRMED = "confirmed", _("Confirmed")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="skill_levels")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    ground = models.CharField(max_length=10, choices=Ground, default=Ground.SELF)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "skill"], name="one_level_a_skill"),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="a_level_from_one_to_five"),
        ]
