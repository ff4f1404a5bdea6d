"""Reading the framework and people's levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q, QuerySet

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept

from .counting import Codes, best_of_scale, counted
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


def counted_levels_of(person_ids: Iterable[int], organisation: int) -> dict[int, dict[int, int]]:
    """The same with what was said in every framework that this organisation's members see, by what it counts as.

    Where two skills count as one, the higher level does. This is for rounds of the organisation alone: Find reads
    only ``open_to_others``.
    """
    said: dict[int, list[tuple[int, int]]] = defaultdict(list)
    seen = Q(skill__framework__organisation=None) | Q(skill__framework__organisation=organisation)
    rows = SkillLevel.objects.filter(seen, person__in=list(person_ids))
    for person_id, skill_id, level in rows.values_list("person_id", "skill_id", "level"):
        said[person_id].append((skill_id, level))
    codes = codes_of({skill for levels in said.values() for skill, _level in levels})
    return defaultdict(dict, {person: counted(levels, codes) for person, levels in said.items()})


def codes_of(skill_ids: Iterable[int]) -> Codes:
    """What each skill outside the default framework counts as, and the best level of its scale, in one query.

    Those of the default framework count as themselves and are left out.
    """
    rows = Skill.objects.filter(pk__in=list(skill_ids), framework__is_default=False)
    told = rows.values_list("pk", "counts_as_id", best_of_scale())
    return {pk: (counts_as or pk, best) for pk, counts_as, best in told}


def names_of(words: Iterable[str]) -> dict[str, str]:
    """The names of skills by the word that stands for each where no framework stands beside it, in one query."""
    said = list(words)
    rows = Skill.objects.filter(Q(key__in=said, framework__is_default=True) | Q(code__in=said))
    return {one.word: one.name for one in rows.select_related("framework")}


def counterparts(skills: list[Skill]) -> dict[str, str]:
    """The codes of those that count as a default skill, by its key; nothing for the default framework itself."""
    rows = Skill.objects.filter(pk__in=[one.counts_as_id for one in skills if one.counts_as_id])
    keys = dict(rows.filter(framework__is_default=True).values_list("pk", "key"))
    return {keys[one.counts_as_id]: one.code for one in reversed(skills) if one.counts_as_id in keys}


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
