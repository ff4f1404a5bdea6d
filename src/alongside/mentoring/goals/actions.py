"""What can be done to a goal: levels are agreed first, and only then is it scored."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships import queries as mentorships
from alongside.mentoring.mentorships.models import Mentorship

from . import rules
from .models import Goal, Progress

PLACES = (1, 2, 3)
"""Three goals a quarter: more are wishes."""


@transaction.atomic
def set(
    mentorship: Mentorship,
    *,
    by: Person,
    title: str,
    levels: Sequence[str],
    quarter: str,
    weight: int = 1,
    skill: Skill | None = None,
    mentee: Person | None = None,
) -> Goal:
    """Write down a goal with its five levels, from −2 to +2. The other side has still to agree."""
    require(rules.can_set_goal(by, mentorship))
    mentorship.hold()
    mentee = mentee or _whose(mentorship, by)
    place = _free_place(mentee, quarter)
    goal = Goal(
        mentorship=mentorship, mentee=mentee, quarter=quarter, place=place, weight=weight, skill=skill
    )
    goal.title, goal.levels, goal.written_by = title, _kept(levels), by
    goal.save()
    record("goal.set", by=by, about=goal, mentorship=mentorship.code, quarter=quarter)
    return goal


@transaction.atomic
def change(
    goal: Goal,
    *,
    by: Person,
    title: str,
    levels: Sequence[str],
    weight: int,
    skill: Skill | None,
) -> None:
    """Change an open goal; what was agreed about it has to be agreed anew."""
    require(rules.can_change(by, goal))
    _locked(goal)
    if not goal.is_open:
        raise Refused(_("This goal is completed. Set a new one to go on."))
    goal.title, goal.levels, goal.weight, goal.skill = title, _kept(levels), weight, skill
    goal.written_by, goal.agreed_at, goal.agreed_by = by, None, None
    goal.save()
    record("goal.changed", by=by, about=goal, mentorship=goal.mentorship.code)


@transaction.atomic
def agree(goal: Goal, *, by: Person, seen: str = "") -> None:
    """Say yes to the five levels that the other side wrote; ``seen`` is the fingerprint of what was read."""
    _locked(goal)
    require(rules.can_agree(by, goal))
    if seen and seen != goal.fingerprint:
        raise Refused(_("The levels were changed in the meantime. Read them again, then agree."))
    if goal.is_agreed:
        raise Refused(_("These levels are agreed already."))
    goal.agreed_at, goal.agreed_by = now(), by
    goal.save(update_fields=["agreed_at", "agreed_by"])
    record("goal.agreed", by=by, about=goal, mentorship=goal.mentorship.code)


@transaction.atomic
def remove(goal: Goal, *, by: Person) -> None:
    """Take back a goal that is not agreed, and free its place in the quarter."""
    require(rules.can_remove(by, goal))
    _locked(goal)
    if goal.is_agreed or goal.progress.exists():
        raise Refused(
            _("This goal is agreed or has progress, so it stays. Complete it, or change its levels.")
        )
    record("goal.removed", by=by, about=goal, mentorship=goal.mentorship.code)
    goal.delete()


@transaction.atomic
def progress(goal: Goal, *, by: Person, text: str, level: int | None = None, link: str = "") -> Progress:
    """Tell the partner what moved, with evidence and the level reached so far."""
    require(rules.can_progress(by, goal))
    _locked(goal)
    _refuse_unless_under_way(goal)
    entry = Progress(goal=goal, by=by, level=level, link=link)
    entry.text = text
    entry.save()
    record("goal.progressed", by=by, about=goal, mentorship=goal.mentorship.code)
    return entry


@transaction.atomic
def complete(goal: Goal, score: int, *, by: Person) -> None:
    """Call it done at one of the five agreed levels."""
    require(rules.can_complete(by, goal))
    _locked(goal)
    _refuse_unless_under_way(goal)
    goal.score, goal.completed_at = score, now()
    goal.save(update_fields=["score", "completed_at"])
    record("goal.completed", by=by, about=goal, mentorship=goal.mentorship.code)


def _refuse_unless_under_way(goal: Goal) -> None:
    if not goal.is_agreed:
        raise Refused(_("Agree on the five levels first; then progress and a result mean something."))
    if not goal.is_open:
        raise Refused(_("This goal is completed already."))


def _whose(mentorship: Mentorship, by: Person) -> Person:
    """The writer, if they are a mentee; otherwise the mentee of the pair."""
    mentees = mentorships.mentees(mentorship)
    if by in mentees:
        return by
    if len(mentees) != 1:
        raise Refused(_("In a circle each mentee writes their own goals."))
    return mentees[0]


def _free_place(mentee: Person, quarter: str) -> int:
    """The first free of the three places; the mentee is locked, so that two at once get two places."""
    Person.objects.select_for_update(of=("self",)).get(pk=mentee.pk)
    taken = [*Goal.objects.filter(mentee=mentee, quarter=quarter).values_list("place", flat=True)]
    free = [place for place in PLACES if place not in taken]
    if not free:
        raise Refused(
            _("There are three goals in this quarter already. Complete these, or choose the next quarter.")
        )
    return free[0]


def _kept(levels: Sequence[str]) -> str:
    if len(levels) != 5 or not all(levels):
        raise Refused(_("Describe all five levels, so that both know what the result will mean."))
    return json.dumps([*levels], ensure_ascii=False)


def _locked(goal: Goal) -> None:
    """Lock the goal and read it anew, so that of two who act at once the second sees the first."""
    goal.mentorship.hold()
    row = Goal.objects.select_for_update(of=("self",)).select_related("mentorship").get(pk=goal.pk)
    for name in (
        "title",
        "levels",
        "weight",
        "written_by_id",
        "agreed_at",
        "agreed_by_id",
        "score",
        "completed_at",
    ):
        setattr(goal, name, getattr(row, name))
