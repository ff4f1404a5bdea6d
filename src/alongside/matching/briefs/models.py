"""A brief: what a mentee seeks, one question a screen."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import MOST_LEVELS, Skill
from alongside.kit.rows import Row
from alongside.people.careers.words import Industry, Move, ProductType, Size, Stage
from alongside.people.offers.models import Cadence, Help
from alongside.people.profiles.languages import NAMES
from alongside.people.profiles.models import Channel
from alongside.vault.sealed import SealedText


class BriefQuerySet(models.QuerySet["Brief"]):
    """Which briefs a person sees."""

    def visible_to(self, person: Person) -> BriefQuerySet:
        """A brief is seen by the person who wrote it."""
        return self.filter(person=person)

    def for_list(self) -> BriefQuerySet:
        """What the list shows: those under way first, then the newest."""
        return self.order_by(models.F("closed_at").asc(nulls_first=True), "-created_at")

    def for_show(self) -> BriefQuerySet:
        """Everything that the summary shows."""
        return self.select_related("person").prefetch_related("goal_skills__skill")


class Brief(Row):
    """Several over time; the old ones are kept. ``step`` is the screen that was reached."""

    class Kind(models.TextChoices):
        """The kind of goal."""

        SKILL = "skill", _("Build a skill")
        TRANSITION = "transition", _("Make a career move")
        INSIGHT = "insight", _("Understand an industry")
        CONFIDENCE = "confidence", _("Gain confidence")
        NETWORK = "network", _("Widen my network")

    class Reach(models.TextChoices):
        """Where to look."""

        INSIDE = "inside", _("Inside my organisation")
        OUTSIDE = "outside", _("Outside my organisation")
        BOTH = "both", _("Both")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="briefs")
    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    goal = models.CharField(max_length=200, blank=True)
    """In one sentence; the only part that a mentor reads before a request."""
    why_now = SealedText()
    tried = SealedText()
    move = models.CharField(max_length=24, choices=Move, blank=True)
    industry = models.CharField(max_length=14, choices=Industry, blank=True)
    stage = models.CharField(max_length=12, choices=Stage, blank=True)
    product_type = models.CharField(max_length=16, choices=ProductType, blank=True)
    size = models.CharField(max_length=12, choices=Size, blank=True)
    helps = ArrayField(models.CharField(max_length=10, choices=Help), default=list, blank=True)
    hours_a_month = models.PositiveSmallIntegerField(null=True, blank=True)
    cadence = models.PositiveSmallIntegerField(choices=Cadence, null=True, blank=True)
    channels = ArrayField(models.CharField(max_length=12, choices=Channel), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    reach = models.CharField(max_length=8, choices=Reach, default=Reach.BOTH)
    values = ArrayField(models.SmallIntegerField(), size=8, null=True, blank=True)
    marks = models.BigIntegerField(null=True, editable=False)
    """What ``goal`` is like, to be compared; see ``likeness``."""
    step = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = BriefQuerySet.as_manager()

    @property
    def help_labels(self) -> list[str]:
        """The kinds of help, in words."""
        return [str(Help(value).label) for value in self.helps]

    @property
    def channel_labels(self) -> list[str]:
        """The ways of communicating, in words."""
        return [str(Channel(value).label) for value in self.channels]

    @property
    def language_labels(self) -> list[str]:
        """The languages, in words."""
        return [str(NAMES.get(code, code)) for code in self.languages]

    @property
    def is_half_way(self) -> bool:
        """Whether questions are left."""
        return self.finished_at is None and self.closed_at is None

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id


class BriefSkill(models.Model):
    """A goal skill of a brief: priority 3 matters most; the level that is aimed at."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="goal_skills")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="+")
    priority = models.PositiveSmallIntegerField()
    target = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-priority"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "skill"], name="each_skill_once"),
            models.UniqueConstraint(fields=["brief", "priority"], name="each_priority_once"),
            models.CheckConstraint(condition=models.Q(priority__range=(1, 3)), name="three_priorities"),
            models.CheckConstraint(
                condition=models.Q(target__range=(1, MOST_LEVELS)), name="a_goal_of_a_scale"
            ),
        ]
