"""What a development plan needs from above: the newest brief's wishes, the practice tools, the playbooks."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models.functions import Lower
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.plans.practising import PLAYBOOKS, TOOLS, WISHES, Practice, Wish
from alongside.growth.skills.models import Skill
from alongside.matching.briefs.models import Brief
from alongside.practice.playbooks.models import Playbook
from alongside.practice.playbooks.shipped import guides
from alongside.practice.tools.registry import TOOLS as OFFERED

Books = dict[int, list[Practice]]


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


def shipped(_person: Person, skills: Sequence[Skill]) -> Books:
    """Our own playbook of each skill."""
    ours = [(one.pk, guides().get(one.key.lower())) for one in skills if one.framework.is_default]
    return {number: [_practice(guide.key, guide.title)] for number, guide in ours if guide}


def written(person: Person, skills: Sequence[Skill]) -> Books:
    """Playbooks that people wrote for these skills, in one query."""
    numbers = {one.key.lower(): one.pk for one in skills}
    rows = Playbook.objects.visible_to(person).annotate(about=Lower("skill")).filter(about__in=numbers)
    found: Books = {}
    for one in rows.order_by("title", "pk"):
        found.setdefault(numbers[one.skill.lower()], []).append(_practice(one.code, one.title))
    return found


def _practice(key: str, title: str) -> Practice:
    return Practice(key, title, reverse("playbooks.show", args=[key]))


WISHES.append(wishes)
TOOLS.append(tools)
PLAYBOOKS += [shipped, written]
