"""Reading the framework and people's levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept

from .models import Framework, Skill, SkillLevel


def default_skills() -> list[Skill]:
    """The skills of the default framework, in their order, in one query."""
    return list(_default())


def skills_of(framework: Framework | None) -> list[Skill]:
    """The skills of a framework, or of the default one, in their order."""
    if framework is None:
        return default_skills()
    return list(Skill.objects.filter(framework=framework).select_related("framework"))


def _marked() -> QuerySet[Skill]:
    return Skill.objects.filter(framework__is_default=True).select_related("framework")


_default = Kept(_marked)
_standings = Kept(lambda person: SkillLevel.objects.filter(person=person))


def levels_of(person_ids: Iterable[int]) -> dict[int, dict[int, int]]:
    """Each person's levels in the default framework as {skill's number: level}, in one query; nobody's is missing."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    rows = SkillLevel.objects.open_to_others().filter(person__in=list(person_ids))
    for person_id, skill_id, level in rows.values_list("person_id", "skill_id", "level"):
        found[person_id][skill_id] = level
    return found


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill, and where a person stands in it, if they said."""

    skill: Skill
    standing: SkillLevel | None

    @property
    def level(self) -> int | None:
        """The level, from 1 to the best of the framework."""
        return self.standing.level if self.standing else None

    @property
    def descriptor(self) -> str:
        """What somebody at this level does, in the framework's words."""
        return str(self.skill.descriptors[self.level - 1]) if self.level else ""


@dataclass(frozen=True, slots=True)
class Area:
    """An area of the framework with its skills."""

    key: str
    name: str
    skills: list[Rated]

    @property
    def rated(self) -> int:
        """How many skills have a level."""
        return sum(1 for one in self.skills if one.level)


def areas_of(person: Person, framework: Framework | None = None) -> list[Area]:
    """A framework (the default one) area by area, with the person's levels, in two queries."""
    standings = {one.skill_id: one for one in _standings(person.pk)}
    every = skills_of(framework)
    return [
        Area(key, name, [Rated(skill, standings.get(skill.pk)) for skill in skills])
        for (key, name), skills in groupby(every, lambda skill: (skill.area_key, skill.area))
    ]
