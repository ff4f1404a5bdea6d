"""Reading evidence: one skill with everything that its level rests on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.db import models

from alongside.accounts.persons.models import Person
from alongside.growth.levels.models import LevelChange
from alongside.growth.skills.models import Framework, Skill, SkillLevel

from .models import Evidence


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in one skill, since when, and why."""

    skill: Skill
    standing: SkillLevel | None
    evidence: list[Evidence]
    changes: list[LevelChange]

    @property
    def words(self) -> str:
        """What somebody at the level does."""
        return str(self.skill.descriptors[self.standing.level - 1]) if self.standing else ""

    @property
    def shows_more(self) -> int:
        """The highest level that the evidence shows, if it is above what the person says."""
        highest = max((one.level for one in self.evidence), default=0)
        return highest if highest > (self.standing.level if self.standing else 0) else 0


def skills_seen(person: Person) -> models.QuerySet[Skill]:
    """The skills of every framework that the person sees."""
    seen = Framework.objects.visible_to(person)
    return Skill.objects.filter(framework__in=seen).select_related("framework")


def standing_in(skill: Skill, person: Person) -> Standing:
    """One skill of one person, in three queries."""
    evidence = list(Evidence.objects.visible_to(person).filter(skill=skill).for_list())
    changes = list(LevelChange.objects.visible_to(person).filter(skill=skill).order_by("-created_at", "-pk"))
    return Standing(skill, SkillLevel.objects.filter(person=person, skill=skill).first(), evidence, changes)


def by_skill(person: Person) -> list[tuple[Skill, list[Evidence]]]:
    """All of a person's evidence below its skills, in one query."""
    rows = Evidence.objects.visible_to(person).for_list().order_by("skill__place", "skill_id", "-day", "-pk")
    return [(skill, list(items)) for skill, items in groupby(rows, lambda one: one.skill)]
