"""Reading targets: what a role expects, where a person stands, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.growth.skills.models import Framework, FrameworkQuerySet, Skill, SkillLevel
from alongside.growth.skills.queries import Area

from .models import Aim, Target

Targets = dict[str, dict[str, int]]
"""Levels by the skill's key and the role."""
NEWEST = 20


@dataclass(frozen=True, slots=True)
class Gap:
    """A skill, what the role expects, and where the person stands."""

    area: str
    skill: Skill
    target: int
    level: int | None
    changed: bool
    """Whether the organisation set the target, in place of the framework."""

    @property
    def missing(self) -> int:
        """How many levels the person is below the target; none for what was not said."""
        return max(0, self.target - self.level) if self.level else 0

    @property
    def words(self) -> str:
        """What somebody at the target does."""
        return str(self.skill.descriptors[self.target - 1])


def own_targets(framework: Framework, organisation: Organisation | None) -> Targets:
    """What the organisation set itself, in one query."""
    found: Targets = {}
    rows = Target.objects.filter(skill__framework=framework, organisation=organisation)
    for key, role, level in rows.values_list("skill__key", "role", "level") if organisation else ():
        found.setdefault(key, {})[role] = level
    return found


def targets_of(skills: list[Skill], organisation: Organisation | None) -> Targets:
    """The targets of every role: the organisation's where it set one, otherwise the framework's."""
    own = own_targets(skills[0].framework, organisation) if skills else {}
    return {one.key: one.role_targets | own.get(one.key, {}) for one in skills}


def gaps_in(areas: list[Area], own: Targets, role: str) -> list[Gap]:
    """Every skill that the role expects something of, the farthest first, then in the framework's order."""
    gaps = [
        Gap(area.name, one.skill, target, one.level, role in own.get(one.skill.key, {}))
        for area in areas
        for one in area.skills
        if (target := (one.skill.role_targets | own.get(one.skill.key, {})).get(role))
    ]
    return sorted(gaps, key=lambda gap: -gap.missing)


def role_of(person: Person, framework: Framework) -> str:
    """The role that the person looks to in this framework, if they chose one that it still names."""
    aim = Aim.objects.visible_to(person).filter(framework=framework).first()
    return aim.role if aim and aim.role in framework.roles else ""


def versions_of(framework: Framework) -> FrameworkQuerySet:
    """The versions of a framework, the newest first, this one among them."""
    every = Framework.objects.filter(name=framework.name, organisation=framework.organisation_id)
    return every.order_by("-created_at", "-pk")


def left_behind(person: Person, framework: Framework) -> dict[str, int]:
    """The newest levels said in other versions, by key, of skills that this version has and were not said in it."""
    said = SkillLevel.objects.filter(person=person, skill__framework=framework).values("skill__key")
    here = Skill.objects.filter(framework=framework).exclude(key__in=said)
    others = SkillLevel.objects.filter(
        person=person,
        skill__framework__in=versions_of(framework).exclude(pk=framework.pk),
        skill__key__in=here.values("key"),
        level__lte=framework.best,
    )
    return dict(others.order_by("changed_at").values_list("skill__key", "level"))


def changes_of(framework: Framework, organisation: Organisation) -> list[Event]:
    """Who changed what this organisation expects, the newest first."""
    events = Event.objects.filter(
        verb="framework.targets_set", about_code=framework.code, details__organisation=organisation.code
    )
    return list(events.select_related("by").order_by("-created_at", "-pk")[:NEWEST])
