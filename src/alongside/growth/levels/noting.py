"""Keep each change of a level or of what it rests on; the same once more is no change."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill, SkillLevel

from .models import LevelChange


def note(person: Person, skill: Skill, standing: SkillLevel | None) -> None:
    """Remember where the person stands from now on."""
    level, ground = (standing.level, standing.ground) if standing else (None, SkillLevel.Ground.SELF)
    last = LevelChange.objects.filter(person=person, skill=skill).order_by("-created_at", "-pk").first()
    if last and (last.level, last.ground) == (level, ground):
        return
    LevelChange.objects.create(person=person, skill=skill, level=level, ground=ground)
