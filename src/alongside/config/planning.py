"""What a development plan needs from above: the newest brief's wishes, the practice tools, the playbooks."""

from __future__ import annotations

from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.plans.practising import PLAYBOOKS, TOOLS, WISHES, Practice, Wish
from alongside.growth.skills.models import Skill
from alongside.matching.briefs.models import Brief
from alongside.practice.playbooks.models import Playbook
from alongside.practice.playbooks.shipped import guides
from alongside.practice.tools.registry import TOOLS as OFFERED


def wishes(person: Person) -> dict[int, Wish]:
    """The goal skills of the newest brief, in two queries."""
    newest = (
        Brief.objects.visible_to(person)
        .order_by("-created_at", "-pk")
        .prefetch_related("goal_skills")
        .first()
    )
    rows = newest.goal_skills.all() if newest else []
    return {one.skill_id: Wish(one.priority, one.target) for one in rows}


def tools(skill: Skill) -> list[Practice]:
    """The tools that the framework names for a skill."""
    known = [OFFERED[key] for key in skill.tools if key in OFFERED]
    return [Practice(one.key, str(one.name), reverse("tools.show", args=[one.key])) for one in known]


def shipped(_person: Person, skill: Skill) -> list[Practice]:
    """Our own playbook of a skill."""
    guide = guides().get(skill.key.lower()) if skill.framework.is_default else None
    return [Practice(guide.key, guide.title, reverse("playbooks.show", args=[guide.key]))] if guide else []


def written(person: Person, skill: Skill) -> list[Practice]:
    """Playbooks that people wrote for a skill, in one query."""
    rows = Playbook.objects.visible_to(person).filter(skill__iexact=skill.key).order_by("title", "pk")
    return [Practice(one.code, one.title, reverse("playbooks.show", args=[one.code])) for one in rows]


WISHES.append(wishes)
TOOLS.append(tools)
PLAYBOOKS += [shipped, written]
