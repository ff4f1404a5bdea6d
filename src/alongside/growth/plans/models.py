"""A plan for a quarter; what one aims at is sealed under the person's own key."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import MOST_LEVELS, Skill
from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class PlanQuerySet(models.QuerySet["Plan"]):
    """Which plans a person sees."""

    def visible_to(self, person: Person) -> PlanQuerySet:
        """Only one's own; a mentor reads of it what the person puts into a brief or shows them."""
        return self.filter(person=person)

    def for_list(self) -> PlanQuerySet:
        """Everything that a list shows, the newest quarter first, in two queries."""
        return self.select_related("person").prefetch_related("skills__skill").order_by("-starts_on", "-pk")


class Plan(Row):
    """One quarter."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="plans")
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "starts_on"], name="one_plan_a_quarter"),
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("starts_on")), name="plan_ends"),
        ]

    @property
    def quarter(self) -> str:
        """Such as 2027-Q1."""
        return f"{self.starts_on.year}-Q{(self.starts_on.month + 2) // 3}"


class PlanSkillQuerySet(models.QuerySet["PlanSkill"]):
    """Which skills of plans a person sees."""

    def visible_to(self, person: Person) -> PlanSkillQuerySet:
        """Those of one's own plans."""
        return self.filter(plan__person=person)


class PlanSkill(Row):
    """One skill to work on: from where to where, how, what will show it, and until when."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField(default=0, validators=[MaxValueValidator(MOST_LEVELS)])
    """Where the person stood when the plan was made; 0 when it was not said."""
    target = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_LEVELS)]
    )
    importance = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    tool = models.CharField(max_length=40, blank=True, default="")
    """The practice tool."""
    playbook = models.CharField(max_length=40, blank=True, default="")
    aim = SealedText()
    """The evidence aimed at."""
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = PlanSkillQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "skill"], name="one_line_a_skill")]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.plan.person.key_id

    @property
    def words(self) -> str:
        """What somebody at the target does."""
        return str(self.skill.descriptors[self.target - 1])
