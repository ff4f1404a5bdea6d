"""Plan a rehearsal, go through it, score, object and answer, and tell what was decided."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.growth.wins import actions as wins
from alongside.growth.wins.models import Win
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.worksheets.holding import hold_shared

from . import rules
from .going import COUNT, HIGHEST, LOWEST
from .models import Objection, Rehearsal, Score, Take

LONGEST = dt.timedelta(hours=4)
MOST_TAKES = 30
MOST_OBJECTIONS = 60
Plan = Mapping[str, Any]  # Any: texts, a day, minutes, roles, per cent


@transaction.atomic
def plan(told: Plan, *, by: Person, mentorship: Mentorship | None = None) -> Rehearsal:
    """Plan a rehearsal: the ask, the day, the time limit, who sits there, and how confident one is before."""
    rehearsal = Rehearsal(owner=by, mentorship=mentorship, **told)
    require(rules.can_plan(by, rehearsal))
    if mentorship is not None:
        mentorship.hold()
    rehearsal.save()
    record("rehearsal.planned", by=by, about=rehearsal)
    return rehearsal


@transaction.atomic
def change(rehearsal: Rehearsal, told: Plan, *, by: Person) -> None:
    """Change what was planned."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    for name, value in told.items():
        setattr(rehearsal, name, value)
    rehearsal.save(update_fields=[*told])
    record("rehearsal.changed", by=by, about=rehearsal)


@transaction.atomic
def begin(rehearsal: Rehearsal, *, by: Person) -> Take:
    """Begin a take; one that still runs is gone on with."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    _lock(rehearsal)
    running = rehearsal.takes.filter(seconds=None).first()
    if running is not None:
        return running
    count = rehearsal.takes.count()
    if count >= MOST_TAKES:
        raise Refused(_("Thirty takes are enough. Go and give the talk."))
    take: Take = rehearsal.takes.create(number=count + 1, began_at=now())
    record("rehearsal.begun", by=by, about=rehearsal, take=take.number)
    return take


@transaction.atomic
def stop(rehearsal: Rehearsal, *, by: Person) -> Take:
    """Stop the take that runs, and keep its time."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    _lock(rehearsal)
    take: Take | None = rehearsal.takes.filter(seconds=None).first()
    if take is None:
        raise Refused(_("No take is running."))
    take.seconds = max(1, round(min(now() - take.began_at, LONGEST).total_seconds()))
    take.save(update_fields=["seconds"])
    record("rehearsal.stopped", by=by, about=rehearsal, take=take.number, seconds=take.seconds)
    return take


@transaction.atomic
def score(rehearsal: Rehearsal, numbers: Sequence[int], note: str, *, by: Person) -> Score:
    """Score the newest take, or score it anew; nobody sees another's numbers before their own are in."""
    require(rules.can_listen(by, rehearsal))
    _refuse_if_over(rehearsal)
    take = rehearsal.takes.exclude(seconds=None).last()
    if take is None:
        raise Refused(_("Go through it once, then score it."))
    if len(numbers) != COUNT or not all(LOWEST <= one <= HIGHEST for one in numbers):
        raise Refused(_("Score all eight criteria from 1 to 4."))
    take.rehearsal = rehearsal
    given = Score.objects.filter(take=take, person=by).first() or Score(take=take, person=by)
    given.take = take
    given.numbers, given.note = json.dumps(list(numbers)), note
    given.save()
    record("rehearsal.scored", by=by, about=rehearsal, take=take.number)
    return given


@transaction.atomic
def object_to(
    rehearsal: Rehearsal, text: str, *, by: Person, role: str = "", hardest: bool = False
) -> Objection:
    """Put an objection into the bank; there is one hardest."""
    require(rules.can_listen(by, rehearsal))
    _refuse_if_over(rehearsal)
    if rehearsal.objections.count() >= MOST_OBJECTIONS:
        raise Refused(_("Sixty objections are more than any panel has. Answer some first."))
    if hardest:
        rehearsal.objections.filter(hardest=True).update(hardest=False)
    objection = Objection(rehearsal=rehearsal, by=by, role=role, text=text, hardest=hardest)
    objection.save()
    record("rehearsal.objected", by=by, about=rehearsal)
    return objection


@transaction.atomic
def answer(objection: Objection, text: str, *, by: Person) -> None:
    """Write the answer that was found, or leave it open again."""
    require(rules.can_present(by, objection.rehearsal))
    hold_shared(objection.rehearsal.mentorship)
    objection.answer = text
    objection.save(update_fields=["answer"])
    record("rehearsal.answered", by=by, about=objection.rehearsal)


@transaction.atomic
def feel(rehearsal: Rehearsal, after: int, *, by: Person) -> None:
    """Say how confident one is for this task after rehearsing."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    rehearsal.after = after
    rehearsal.save(update_fields=["after"])
    record("rehearsal.felt", by=by, about=rehearsal)


@transaction.atomic
def decide(rehearsal: Rehearsal, decision: str, decided: str, *, by: Person) -> None:
    """Tell what they decided on the day. What came of it months later is kept as a win."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    if decision not in Rehearsal.Decision.values:
        raise Refused(_("Choose what they said."))
    rehearsal.decision, rehearsal.decided, rehearsal.decided_at = decision, decided, now()
    rehearsal.save(update_fields=["decision", "decided", "decided_at"])
    record("rehearsal.decided", by=by, about=rehearsal, decision=decision)


@transaction.atomic
def tell_result(rehearsal: Rehearsal, told: Plan, *, by: Person) -> None:
    """Tell what came of the decision, with its measure before and after: the win."""
    require(rules.can_present(by, rehearsal))
    hold_shared(rehearsal.mentorship)
    if rehearsal.decided_at is None:
        raise Refused(_("Tell what they decided first."))
    for name, value in told.items():
        setattr(rehearsal, name, value)
    rehearsal.result_at = now()
    rehearsal.save(update_fields=[*told, "result_at"])
    wins.keep({"title": rehearsal.title, **told}, by=by, of=(Win.Source.REHEARSAL, rehearsal.code))
    record("rehearsal.result_told", by=by, about=rehearsal)


@transaction.atomic
def ask_for_result(rehearsal: Rehearsal, *, by: Person | None) -> None:
    """Ask, once, what came of a decision."""
    require(rules.can_ask(by, rehearsal))
    rehearsal.asked_at = now()
    rehearsal.save(update_fields=["asked_at"])
    record("rehearsal.result_asked", by=by, about=rehearsal)


@transaction.atomic
def take_back(rehearsal: Rehearsal, *, by: Person) -> None:
    """Rehearse alone from now on; what the others said stays with whoever rehearses."""
    require(rules.can_present(by, rehearsal))
    rehearsal.mentorship = None
    rehearsal.save(update_fields=["mentorship"])
    record("rehearsal.taken_back", by=by, about=rehearsal)


@transaction.atomic
def remove(rehearsal: Rehearsal, *, by: Person) -> None:
    """Remove it with everything in it."""
    require(rules.can_present(by, rehearsal))
    record("rehearsal.removed", by=by, about=rehearsal)
    rehearsal.delete()


def _refuse_if_over(rehearsal: Rehearsal) -> None:
    hold_shared(rehearsal.mentorship)
    if rehearsal.decided_at is not None:
        raise Refused(_("The day is over and the decision is told. Plan another rehearsal."))


def _lock(rehearsal: Rehearsal) -> None:
    Rehearsal.objects.select_for_update(of=("self",)).get(pk=rehearsal.pk)
