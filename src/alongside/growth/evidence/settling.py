"""What a level rests on, worked out from the evidence: never said, and never averaged."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.growth.levels.noting import note
from alongside.growth.skills.models import Skill, SkillLevel

from .models import Evidence

Ground = SkillLevel.Ground


def ground_of(person: Person, skill: Skill, level: int) -> str:
    """Confirmed when one item at this level or above is, evidenced when there is one, self-rated without any."""
    rows = Evidence.objects.filter(person=person, skill=skill, level__gte=level)
    confirmed = list(rows.values_list("confirmed_at", flat=True))
    if any(confirmed):
        return Ground.CONFIRMED
    return Ground.EVIDENCED if confirmed else Ground.SELF


def settle(person: Person, skill: Skill) -> None:
    """Say anew what a level rests on, and keep that it changed."""
    standing = SkillLevel.objects.filter(person=person, skill=skill).first()
    before = standing.ground if standing else ""
    if standing:
        standing.ground = ground_of(person, skill, standing.level)
    if standing and standing.ground != before:
        SkillLevel.objects.filter(pk=standing.pk).update(ground=standing.ground)
    note(person, skill, standing)


def settle_all(person: Person) -> None:
    """Every level of a person, after an archive was read."""
    for standing in SkillLevel.objects.filter(person=person).select_related("skill"):
        settle(person, standing.skill)
