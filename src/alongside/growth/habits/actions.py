"""Look at one's own practice, choose one habit for a month, and say how it went."""

from __future__ import annotations

import datetime as dt
import json

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now, today_in
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Habit, SelfCheck
from .statements import BY_KEY, COUNT, HIGHEST, LOWEST

MONTH = dt.timedelta(days=30)


@transaction.atomic
def check(numbers: list[int], *, by: Person) -> SelfCheck:
    """Keep the 18 answers of today. The event tells nothing of what was said."""
    done = SelfCheck(person=by)
    require(rules.can_check(by, done))
    if len(numbers) != COUNT or not all(LOWEST <= one <= HIGHEST for one in numbers):
        raise Refused(_("Answer all eighteen."))
    done.numbers = json.dumps(numbers)
    done.save()
    record("self_check.done", by=by, about=done)
    return done


@transaction.atomic
def choose(group: str, text: str, *, by: Person) -> Habit:
    """Choose one habit for the next thirty days; one at a time."""
    habit = Habit(person=by, group=group, until=today_in(by.zone) + MONTH)
    require(rules.can_choose(by, habit))
    Person.objects.select_for_update().get(pk=by.pk)  # a double click chooses once
    if group not in BY_KEY:
        raise Refused(_("Choose one of the six groups."))
    if Habit.objects.filter(person=by, ended_at=None).exists():
        raise Refused(_("One habit at a time. Say how the current one went first."))
    habit.text = text
    habit.save()
    record("habit.chosen", by=by, about=habit)
    return habit


@transaction.atomic
def finish(habit: Habit, result: str, effect: str, *, by: Person) -> None:
    """Say how the month went and what it changed."""
    require(rules.can_finish(by, habit))
    if habit.ended_at is not None:
        raise Refused(_("You have said how it went already."))
    habit.result, habit.effect, habit.ended_at = Habit.Result(result), effect, now()
    habit.save(update_fields=["result", "effect", "ended_at"])
    record("habit.finished", by=by, about=habit)
