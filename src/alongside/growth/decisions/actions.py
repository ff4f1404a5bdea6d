"""Ask, weigh, decide, and look back half a year later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules, sheets
from .models import CareerDecision

REVIEW_AFTER = dt.timedelta(days=182)
FEWEST, MOST_OPTIONS, MOST = 2, 4, 60
Texts = Mapping[str, str]


@transaction.atomic
def ask(question: str, options: Sequence[str], *, by: Person, preset: str = "") -> CareerDecision:
    """Write down a question and what one could do: two to four options."""
    decision = CareerDecision(person=by, preset=preset)
    require(rules.can_decide(by, decision))
    Person.objects.select_for_update().get(pk=by.pk)
    if CareerDecision.objects.filter(person=by).count() >= MOST:
        raise Refused(_("Sixty decisions are here. Remove one that no longer matters."))
    decision.question, decision.options = question, "\n".join(_counted(options))
    decision.save()
    record("career_decision.asked", by=by, about=decision, preset=preset)
    return decision


@transaction.atomic
def change(decision: CareerDecision, question: str, options: Sequence[str], *, by: Person) -> None:
    """Put the question better; what was decided stays as it was said."""
    require(rules.can_decide(by, decision))
    if decision.decided_at is not None:
        raise Refused(_("This is decided. Ask a new question, so that you can compare them later."))
    decision.question, decision.options = question, "\n".join(_counted(options))
    decision.save(update_fields=["question", "options"])
    record("career_decision.changed", by=by, about=decision)


@transaction.atomic
def weigh(decision: CareerDecision, *, by: Person) -> str:
    """Open the decision matrix for it, filled with the criteria of its preset; the code of the sheet."""
    require(rules.can_decide(by, decision))
    if sheets.weighed(decision) is None:
        decision.sheet = sheets.opened(decision)
        decision.save(update_fields=["sheet"])
        record("career_decision.weighed", by=by, about=decision)
    return decision.sheet


@transaction.atomic
def decide(decision: CareerDecision, chosen: str, texts: Texts, *, by: Person) -> None:
    """Say what one does and why; it is looked at again in half a year. Deciding anew begins that anew."""
    require(rules.can_decide(by, decision))
    if chosen not in decision.choices:
        raise Refused(_("Choose one of the options."))
    if decision.reviewed_at is not None:
        raise Refused(_("You have looked back on this already. Ask a new question."))
    decision.chosen, decision.reasons = chosen, texts["reasons"]
    decision.otherwise, decision.decided_at = texts.get("otherwise", ""), now()
    decision.review_on, decision.asked_at = (decision.decided_at + REVIEW_AFTER).date(), None
    decision.save(update_fields=["chosen", "reasons", "otherwise", "decided_at", "review_on", "asked_at"])
    record("career_decision.decided", by=by, about=decision)


@transaction.atomic
def review(decision: CareerDecision, again: str, came: str, *, by: Person) -> None:
    """Say what came of it, and whether one would decide the same again."""
    require(rules.can_decide(by, decision))
    if decision.decided_at is None:
        raise Refused(_("Decide first. Then look back."))
    if again not in CareerDecision.Again.values:
        raise Refused(_("Choose whether you would decide the same again."))
    decision.again, decision.came, decision.reviewed_at = again, came, now()
    decision.save(update_fields=["again", "came", "reviewed_at"])
    record("career_decision.reviewed", by=by, about=decision, again=again)


@transaction.atomic
def ask_for_review(decision: CareerDecision, *, by: Person | None) -> None:
    """Ask, once, what came of it."""
    require(rules.can_ask(by, decision))
    decision.asked_at = now()
    decision.save(update_fields=["asked_at"])
    record("career_decision.review_asked", by=by, about=decision)


@transaction.atomic
def remove(decision: CareerDecision, *, by: Person) -> None:
    """Remove it; its sheet stays among the worksheets."""
    require(rules.can_decide(by, decision))
    record("career_decision.removed", by=by, about=decision)
    decision.delete()


def _counted(options: Sequence[str]) -> list[str]:
    told = list(dict.fromkeys(option.strip() for option in options if option.strip()))
    if not FEWEST <= len(told) <= MOST_OPTIONS:
        raise Refused(_("Enter two to four options that differ. With one there is nothing to decide."))
    return told
