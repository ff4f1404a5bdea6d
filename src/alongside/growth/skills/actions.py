"""What can be done with skills: ship the framework, and say where one stands."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.profiles import words

from . import rules
from .models import Framework, Skill, SkillLevel
from .shipped import rows, shipped


@transaction.atomic
def ship_framework(*, by: None = None) -> Framework:
    """Bring the default framework into the database; doing it again changes nothing but its wording."""
    require(rules.can_ship(by, None))
    document = shipped()
    facts = {name: document[name] for name in ("licence", "levels", "roles")}
    framework, is_new = Framework.objects.update_or_create(
        name=document["name"], version=document["version"], defaults=facts
    )
    Skill.objects.bulk_create(
        (Skill(framework=framework, **row) for row in rows(document)),
        update_conflicts=True,
        unique_fields=["framework", "key"],
        update_fields=["area_key", "area", "name", "descriptors", "role_targets", "tools", "place"],
    )
    if is_new:
        record("framework.shipped", by=by, about=framework)
    return framework


@transaction.atomic
def rate(skill: Skill, level: int | None, *, by: Person) -> SkillLevel | None:
    """Say where one stands in a skill, or take it back with None; saying the same again changes nothing."""
    standing = SkillLevel.objects.filter(person=by, skill=skill).first() or SkillLevel(person=by, skill=skill)
    require(rules.can_rate(by, standing))
    if level is not None and level not in range(1, 6):
        raise Refused(_("Choose a level from 1 to 5."))
    if level == standing.level:
        return standing
    _keep(standing, level)
    _gather(by)
    record("skill.rated", by=by, about=skill, level=level)
    return standing if level else None


def _keep(standing: SkillLevel, level: int | None) -> None:
    if level is None:
        SkillLevel.objects.filter(pk=standing.pk).delete()
        return
    standing.level = level
    standing.ground = SkillLevel.Ground.SELF
    standing.save()


def _gather(person: Person) -> None:
    names = Skill.objects.filter(pk__in=SkillLevel.objects.filter(person=person).values("skill"))
    words.keep(person, skills=words.lines(names.values_list("name", flat=True)))
