"""What can be done to a brief."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.plans.models import Plan
from alongside.growth.plans.rules import can_make
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.people.profiles.queries import profile_of

from . import rules
from .models import Brief, BriefSkill
from .steps import KEYS

COPIED = [
    "kind", "goal", "why_now", "tried", "move", "industry", "stage", "product_type", "size", "helps",
    "hours_a_month", "cadence", "channels", "languages", "reach", "values",
]  # fmt: skip
ANSWERED = {*COPIED}


@transaction.atomic
def begin(*, by: Person) -> Brief:
    """Begin a brief with what the profile knows already, or go on with the one that is half-way."""
    half_way = Brief.objects.filter(person=by, finished_at=None, closed_at=None).first()
    if half_way:
        return half_way
    profile = profile_of(by)
    brief = Brief(person=by, channels=profile.channels, languages=profile.languages, values=profile.values)
    require(rules.can_begin(by, brief))
    brief.save()
    record("brief.begun", by=by, about=brief)
    return brief


@transaction.atomic
def begin_from(plan: Plan, *, by: Person) -> Brief:
    """Begin a brief (or go on with the one half-way) with the skills of a plan as its goals, the weightiest first."""
    brief = begin(by=by)
    require(can_make(by, plan))
    lines = sorted(plan.skills.select_related("skill"), key=lambda line: -line.importance)
    brief.kind = brief.kind or Brief.Kind.SKILL
    brief.save(update_fields=["kind"])
    priorities = range(len(lines), 0, -1)
    _keep_skills(brief, [(line.skill, at, line.target) for line, at in zip(lines, priorities, strict=True)])
    record("brief.taken_from_plan", by=by, about=brief)
    return brief


@transaction.atomic
def answer(brief: Brief, step: str, cleaned: dict[str, Any], *, by: Person) -> None:  # Any: form values
    """Keep the answer to one question; the furthest step that was reached is remembered."""
    require(rules.can_answer(by, brief))
    if brief.closed_at:
        raise Refused(_("This brief is put away. Copy it to go on from it."))
    goal_skills = cleaned.pop("goal_skills", None)
    for name in cleaned.keys() & ANSWERED:
        setattr(brief, name, cleaned[name])
    brief.step = max(brief.step, KEYS.index(step) + 1)
    brief.save()
    if goal_skills is not None:
        _keep_skills(brief, goal_skills)
    record("brief.answered", by=by, about=brief, step=step)


@transaction.atomic
def finish(brief: Brief, *, by: Person) -> None:
    """Say that the brief is complete; mentors are ranked for it from now on."""
    require(rules.can_finish(by, brief))
    if not brief.kind or not brief.goal:
        raise Refused(_("Say what kind of goal it is and the goal in one sentence; the rest can wait."))
    brief.finished_at = brief.finished_at or now()
    brief.save(update_fields=["finished_at"])
    record("brief.finished", by=by, about=brief)


@transaction.atomic
def close(brief: Brief, *, by: Person) -> None:
    """Put a brief away; it stays readable."""
    require(rules.can_close(by, brief))
    brief.closed_at = brief.closed_at or now()
    brief.save(update_fields=["closed_at"])
    record("brief.closed", by=by, about=brief)


@transaction.atomic
def copy(brief: Brief, *, by: Person) -> Brief:
    """Begin a new brief from an older one."""
    require(rules.can_answer(by, brief))
    new = Brief(person=by, **{name: getattr(brief, name) for name in COPIED})
    new.save()
    _keep_skills(new, [(row.skill, row.priority, row.target) for row in brief.goal_skills.all()])
    record("brief.begun", by=by, about=new)
    return new


def _keep_skills(brief: Brief, rows: list[tuple[Skill, int, int]]) -> None:
    brief.goal_skills.all().delete()
    BriefSkill.objects.bulk_create(
        BriefSkill(brief=brief, skill=skill, priority=priority, target=target)
        for skill, priority, target in rows
    )
