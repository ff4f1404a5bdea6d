"""What an organisation expects of a role, and the role whose targets a person looks at."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import MOST_LEVELS, Framework, Skill
from alongside.kit.rows import Row


class Target(Row):
    """The level that an organisation expects of a role in a skill, in place of the framework's own."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=40)
    """One of the roles that the framework names."""
    level = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_LEVELS)]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "skill", "role"], name="one_target_a_role"),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, MOST_LEVELS)), name="a_target_of_a_scale"
            ),
        ]


class InUse(Row):
    """The framework that an organisation works with: where its members pick a skill, they pick one of these."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="+")
    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="in_use")


class AimQuerySet(models.QuerySet["Aim"]):
    """Who sees which role a person looks to."""

    def visible_to(self, person: Person) -> AimQuerySet:
        """One's own: which role somebody wishes for is nobody else's business."""
        return self.filter(person=person)


class Aim(Row):
    """The role of a framework whose targets a person compares themself with."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=40)

    objects = AimQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "framework"], name="one_role_a_framework")]
