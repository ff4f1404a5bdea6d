"""What can be done with skills: say where one stands."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.profiles import words

from . import rules
from .following import follow
from .models import Skill, SkillLevel


@transaction.atomic
def rate(skill: Skill, level: int | None, *, by: Person) -> SkillLevel | None:
    """Say where one stands in a skill, or take it back with None; saying the same again changes nothing."""
    standing = SkillLevel.objects.filter(person=by, skill=skill).first() or SkillLevel(person=by, skill=skill)
    standing.skill = skill
    require(rules.can_rate(by, standing))
    if level is not None and level not in skill.framework.scale:
        raise Refused(_("Choose a level from 1 to %(best)d.") % {"best": skill.framework.best})
    if level == standing.level:
        return standing
    _keep(standing, level)
    _gather(by)
    follow(by, skill)
    record("skill.rated", by=by, about=skill, level=level)
    return standing if level else None


def _keep(standing: SkillLevel, level: int | None) -> None:
    if level is None:
        SkillLevel.objects.filter(pk=standing.pk).delete()
        return
    said = {"level": level, "ground": SkillLevel.Ground.SELF}
    SkillLevel.objects.update_or_create(person=standing.person, skill=standing.skill, defaults=said)
    standing.level, standing.ground = level, SkillLevel.Ground.SELF


def _gather(person: Person) -> None:
    said = SkillLevel.objects.open_to_others().filter(person=person)
    names = Skill.objects.filter(pk__in=said.values("skill"))
    words.keep(person, skills=words.lines(names.values_list("name", flat=True)))
