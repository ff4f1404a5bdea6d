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


KNOWN = {
    "uk_government_capability": "UK Government",
    "svpg_pillar": "SVPG",
    "mehta_area": "Ravi Mehta",
    "ispma_area": "ISPMA",
}
"""Frameworks that ours names by a word of its file."""


def skills_seen(person: Person) -> models.QuerySet[Skill]:
    """The skills of every framework that the person sees."""
    seen = Framework.objects.visible_to(person)
    return Skill.objects.filter(framework__in=seen).select_related("framework")


def names_elsewhere(skill: Skill, person: Person) -> list[tuple[str, str, str]]:
    """Where a skill has a counterpart, the framework, its name there, and its code where it is a skill here too."""
    seen = Framework.objects.visible_to(person).filter(withdrawn_at=None).exclude(pk=skill.framework_id)
    code = skill.counts_as_id or skill.pk
    rows = Skill.objects.filter(framework__in=seen).filter(models.Q(pk=code) | models.Q(counts_as=code))
    here = [(str(one.framework), one.name, one.code) for one in rows.select_related("framework")]
    told = {name for name, _called, _code in here}
    words = [(KNOWN.get(name, name), called, "") for name, called in sorted(skill.maps_to.items())]
    return here + [one for one in words if one[1].strip("- ") and not any(one[0] in name for name in told)]


def standing_in(skill: Skill, person: Person) -> Standing:
    """One skill of one person, in three queries."""
    evidence = list(Evidence.objects.visible_to(person).filter(skill=skill).for_list())
    changes = list(LevelChange.objects.visible_to(person).filter(skill=skill).order_by("-created_at", "-pk"))
    return Standing(skill, SkillLevel.objects.filter(person=person, skill=skill).first(), evidence, changes)


def by_skill(person: Person) -> list[tuple[Skill, list[Evidence]]]:
    """All of a person's evidence below its skills, in one query."""
    rows = Evidence.objects.visible_to(person).for_list().order_by("skill__place", "skill_id", "-day", "-pk")
    return [(skill, list(items)) for skill, items in groupby(rows, lambda one: one.skill)]
