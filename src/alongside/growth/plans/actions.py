"""Make a plan for a quarter, say how each skill is worked on, and that it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Plan, PlanSkill
from .practising import playbooks_for, tools_for
from .suggesting import AT_MOST, Suggestion, quarter_from

CHANGED = ("target", "tool", "playbook", "aim", "due_on")
Said = Mapping[str, Any]
"""Any of ``target``, ``tool``, ``playbook``, ``aim``, ``due_on``."""


@transaction.atomic
def make(chosen: Sequence[Suggestion], *, by: Person, ahead: int = 0) -> Plan:
    """Plan at most three skills for this quarter (or one ahead), each begun with a practice and a playbook."""
    first, last = quarter_from(now().date(), ahead)
    plan = Plan(person=by, starts_on=first, ends_on=last)
    require(rules.can_make(by, plan))
    if not 1 <= len(chosen) <= AT_MOST:
        raise Refused(_("Choose one, two or three skills: more is not worked on in a quarter."))
    try:
        with transaction.atomic():
            plan.save()
    except IntegrityError as twice:
        raise Refused(
            _("There is a plan for this quarter already. Change that one, or remove it.")
        ) from twice
    for one in chosen:
        _begin(plan, one)
    record("plan.made", by=by, about=plan, skills=len(chosen))
    return plan


@transaction.atomic
def change(line: PlanSkill, said: Said, *, by: Person) -> None:
    """Say how one skill is worked on, what will show it, and until when."""
    require(rules.can_make(by, line.plan))
    if said["target"] not in line.skill.framework.scale:
        raise Refused(_("Choose a level of the scale."))
    for name in CHANGED:
        setattr(line, name, said[name])
    line.save(update_fields=[*CHANGED])
    record("plan.changed", by=by, about=line.plan, skill=line.skill.key)


@transaction.atomic
def finish(line: PlanSkill, done: bool, *, by: Person) -> None:
    """Say that one skill is done, or that it is not after all."""
    require(rules.can_make(by, line.plan))
    line.done_at = now() if done else None
    line.save(update_fields=["done_at"])
    record("plan.skill_done" if done else "plan.skill_reopened", by=by, about=line.plan, skill=line.skill.key)


@transaction.atomic
def remove(plan: Plan, *, by: Person) -> None:
    """Remove a plan; evidence and levels stay."""
    require(rules.can_make(by, plan))
    record("plan.removed", by=by, about=plan)
    plan.delete()


def _begin(plan: Plan, one: Suggestion) -> None:
    tools, playbooks = tools_for(one.skill), playbooks_for(plan.person, one.skill)
    line = PlanSkill(
        plan=plan, skill=one.skill, level=one.level, target=one.target, importance=one.importance,
        tool=tools[0].key if tools else "", playbook=playbooks[0].key if playbooks else "", due_on=plan.ends_on,
    )  # fmt: skip
    line.save()
