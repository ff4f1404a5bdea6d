"""Reading a plan: each skill with its practice, its playbook, and the evidence that there is."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.growth.evidence.models import Evidence
from alongside.growth.skills.models import SkillLevel
from alongside.kit.clock import now

from .models import Plan, PlanSkill, PlanSkillQuerySet
from .practising import Practice, playbooks_of, tools_for


@dataclass(frozen=True, slots=True)
class Shown:
    """One skill of a plan."""

    line: PlanSkill
    tool: Practice | None
    playbook: Practice | None
    evidence: list[Evidence]
    stands: int

    @property
    def reached(self) -> bool:
        """Whether the person stands at the target now."""
        return self.stands >= self.line.target


def lines_seen(person: Person) -> PlanSkillQuerySet:
    """The skills of one's plans, with everything that a page shows of one."""
    return PlanSkill.objects.visible_to(person).select_related("plan__person", "skill__framework")


def shown(plan: Plan) -> list[Shown]:
    """Each skill of a plan, with the items of evidence from the quarter on."""
    lines = list(plan.skills.select_related("skill__framework"))
    since = Evidence.objects.filter(person=plan.person, day__gte=plan.starts_on)
    items = list(
        since.filter(skill__in=[one.skill for one in lines]).select_related("person").order_by("day", "pk")
    )
    own = SkillLevel.objects.filter(person=plan.person, skill__in=[one.skill_id for one in lines])
    stands = dict(own.values_list("skill_id", "level"))
    books = playbooks_of(plan.person, [one.skill for one in lines])
    for line in lines:
        line.plan = plan
    return [
        Shown(
            line,
            _named(line.tool, tools_for(line.skill)),
            _named(line.playbook, books[line.skill_id]),
            [one for one in items if one.skill_id == line.skill_id],
            stands.get(line.skill_id, 0),
        )
        for line in lines
    ]


def current_of(person: Person) -> Plan | None:
    """The plan of today."""
    today = now().date()
    rows = Plan.objects.visible_to(person).filter(starts_on__lte=today, ends_on__gte=today)
    return rows.for_list().first()


def _named(key: str, practices: list[Practice]) -> Practice | None:
    return next((one for one in practices if one.key == key), None)
