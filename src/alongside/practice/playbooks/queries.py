"""Reading playbooks: ours and theirs, by area of the framework, and the meetings that one could use them in."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.mentoring.meetings.models import Meeting

from .models import Playbook
from .shipped import Guide, guides

AHEAD = 20


def by_area() -> list[tuple[str, list[tuple[Skill, Guide]]]]:
    """The shipped guides below the areas of the framework, in its order."""
    areas: dict[str, list[tuple[Skill, Guide]]] = {}
    skills = Skill.objects.filter(key__in=[key.upper() for key in guides()]).order_by("framework_id", "place")
    for skill in {one.key: one for one in skills}.values():
        areas.setdefault(skill.area, []).append((skill, guides()[skill.key.lower()]))
    return list(areas.items())


def find(person: Person, key: str) -> Guide | Playbook | None:
    """The shipped guide of this key, or the playbook of this code that the person sees."""
    return guides().get(key) or Playbook.objects.visible_to(person).for_list().filter(code=key).first()


def meetings_ahead(person: Person) -> list[Meeting]:
    """The person's planned meetings, the next one first."""
    rows = Meeting.objects.visible_to(person).planned().filter(starts_at__gt=now())
    return list(rows.with_people().order_by("starts_at")[:AHEAD])
