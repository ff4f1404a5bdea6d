"""The skills framework, and each person's levels."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.organisations.rules import COORDINATES
from alongside.accounts.persons.models import Person
from alongside.kit.rows import Row

MOST_LEVELS = 9


class FrameworkQuerySet(models.QuerySet["Framework"]):
    """Who sees which frameworks."""

    def visible_to(self, person: Person) -> FrameworkQuerySet:
        """Those that ship with the product, and those of one's own organisations; a withdrawn one to who used it.

        Whoever coordinates there sees it, too, as they can bring it back.
        """
        own = models.Q(organisation__in=Organisation.objects.of(person).values("pk"))
        said = Skill.objects.filter(pk__in=SkillLevel.objects.filter(person=person).values("skill"))
        coordinated = Membership.objects.current().filter(person=person, roles__overlap=sorted(COORDINATES))
        used = models.Q(pk__in=said.values("framework"))
        used |= models.Q(organisation__in=coordinated.values("organisation"))
        return self.filter(models.Q(organisation=None) | own & (models.Q(withdrawn_at=None) | used))

    def for_list(self) -> FrameworkQuerySet:
        """The default first, then by name, the newest version of each before the older."""
        return self.select_related("organisation").order_by("-is_default", "name", "-created_at", "-pk")


class Framework(Row):
    """A named, versioned set of skills. A version is never changed, so that levels in it stay readable."""

    name = models.CharField(max_length=160)
    version = models.CharField(max_length=20)
    licence = models.CharField(max_length=300, blank=True)
    attribution = models.CharField(max_length=500, blank=True)
    """What must be said of its source, and whose words these are."""
    levels = models.JSONField(default=list)
    """The scale: [{"level": 1, "name": "Exploring", "anchor": "…"}, …]."""
    roles = models.JSONField(default=list)
    is_default = models.BooleanField(default=False)
    """The one in use where no other was chosen, and as whose skills all others are compared; one of those that ship."""
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="frameworks"
    )
    """Whose members see it; everybody, for one that ships with the product."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    """Since when nobody begins with it; what was said in it stays readable."""

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "version"],
                nulls_distinct=False,
                name="one_framework_a_version",
            ),
            models.UniqueConstraint(
                fields=["is_default"],
                condition=models.Q(is_default=True),
                name="one_default_framework",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @property
    def best(self) -> int:
        """The highest level of its scale."""
        return len(self.levels)

    @property
    def scale(self) -> range:
        """Its levels, from 1."""
        return range(1, self.best + 1)


class Skill(Row):
    """One skill, with a descriptor for each level of the scale and a target for each role."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="skills")
    key = models.CharField(max_length=8)
    """Such as B3."""
    area_key = models.CharField(max_length=4)
    area = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    descriptors = models.JSONField(default=list)
    role_targets = models.JSONField(default=dict)
    tools = models.JSONField(default=list)
    maps_to = models.JSONField(default=dict)
    """What it is called in other frameworks, by their names."""
    counts_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    """The skill of the default framework (or of an earlier version) as which matching takes it; see ``counting``."""
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["framework", "key"], name="one_skill_a_key")]

    def __str__(self) -> str:
        return self.name

    @property
    def word(self) -> str:
        """How it is named where no framework stands beside it: keys are those of the default framework."""
        return self.key if self.framework.is_default else self.code


class SkillLevelQuerySet(models.QuerySet["SkillLevel"]):
    """Which levels are read where."""

    def open_to_others(self) -> SkillLevelQuerySet:
        """Those that Find and matching read: a level in any other framework stays on the person's own record."""
        return self.filter(skill__framework__is_default=True)


class SkillLevel(Row):
    """Where a person stands in a skill, on the scale of its framework: said by themself until there is evidence."""

    class Ground(models.TextChoices):
        """What the level rests on."""

        SELF = "self", _("Self-rated")
        EVIDENCED = "evidenced", _("Evidenced")
        CONFIRMED = "confirmed", _("Confirmed")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="skill_levels")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_LEVELS)]
    )
    ground = models.CharField(max_length=10, choices=Ground, default=Ground.SELF)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SkillLevelQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "skill"], name="one_level_a_skill"),
            models.CheckConstraint(
                condition=models.Q(level__range=(1, MOST_LEVELS)), name="a_level_of_a_scale"
            ),
        ]
