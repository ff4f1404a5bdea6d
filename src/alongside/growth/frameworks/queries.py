"""Reading targets: what a role expects, where a person stands, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.growth.skills.counting import on_scale
from alongside.growth.skills.models import Framework, FrameworkQuerySet, Skill, SkillLevel
from alongside.growth.skills.queries import Area, default_skills

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


def framework_here(organisation: Organisation | None) -> Framework | None:
    """The framework that the organisation works with; None is the default one, as it is without an organisation."""
    if organisation is None:
        return None
    return Framework.objects.filter(in_use__organisation=organisation, withdrawn_at=None).first()


def skills_here(organisation: Organisation | None) -> list[Skill]:
    """The skills among which members of the organisation pick, in their order."""
    if organisation is None:
        return default_skills()
    here = Skill.objects.filter(
        framework__in_use__organisation=organisation, framework__withdrawn_at=None
    ).select_related("framework")
    return list(here) or default_skills()


def with_chosen(skills: list[Skill], chosen: Iterable[Skill | None]) -> list[Skill]:
    """These, and what was chosen before in another framework: it can stay."""
    known = {one.pk for one in skills}
    return [*skills, *(one for one in chosen if one and one.pk not in known)]


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


def left_behind(person: Person, skills: list[Skill]) -> dict[str, int]:
    """The newest levels that one said elsewhere, by key, of those skills of one framework that one did not say there.

    Elsewhere is another version of it, where the key is the same, or a framework of which a skill counts as the same.
    """
    every = SkillLevel.objects.filter(person=person).select_related("skill__framework").order_by("changed_at")
    said = {one.skill_id for one in every}
    found: dict[str, int] = {}
    for skill in skills if every else ():
        levels = [level for one in every if skill.pk not in said and (level := _as_here(one, skill))]
        found |= {skill.key: levels[-1]} if levels else {}
    return found


def _as_here(one: SkillLevel, skill: Skill) -> int:
    """The level that was said as one of this skill; none where the two have nothing to do with each other."""
    other, there, framework = one.skill, one.skill.framework, skill.framework
    versions = (there.name, there.organisation_id) == (framework.name, framework.organisation_id)
    if versions and other.key == skill.key:
        return one.level if one.level <= framework.best else 0
    same = (other.counts_as_id or other.pk) == (skill.counts_as_id or skill.pk)
    return on_scale(one.level, there.best, framework.best) if same and not versions else 0


def changes_of(framework: Framework, organisation: Organisation) -> list[Event]:
    """Who changed what this organisation expects, the newest first."""
    events = Event.objects.filter(
        verb="framework.targets_set", about_code=framework.code, details__organisation=organisation.code
    )
    return list(events.select_related("by").order_by("-created_at", "-pk")[:NEWEST])
