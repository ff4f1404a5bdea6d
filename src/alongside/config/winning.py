"""What may become a win: decisions of others on a rehearsed proposal, advice with a result, one's own decisions."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.wins.models import Win
from alongside.growth.wins.sources import MOST, ORIGINS, SOURCES, Found
from alongside.mentoring.advice.models import Advice
from alongside.practice.rehearsals.models import Rehearsal

YES = ("yes", "partly")


def rehearsals(person: Person) -> Iterator[Found]:
    """Proposals of which others said yes to at least a part."""
    rows = Rehearsal.objects.visible_to(person).filter(owner=person, decision__in=YES)
    for one in rows.select_related("owner").order_by("-decided_at")[:MOST]:
        names = ("result", "measure", "measure_before", "measure_after")
        told = {name: getattr(one, name) for name in names}
        url = reverse("rehearsals.show", args=[one.code])
        yield Found(Win.Source.REHEARSAL, one.code, one.title, url, one.decided_at, told)


def advice(person: Person) -> Iterator[Found]:
    """Advice that one took from a mentor, with its result."""
    rows = Advice.objects.visible_to(person).exclude(mentor=person).exclude(result_at=None)
    for one in rows.select_related("mentorship").order_by("-result_at")[:MOST]:
        url = reverse("advice.index", args=[one.mentorship.code])
        yield Found(Win.Source.ADVICE, one.code, one.text[:200], url, one.result_at, {"result": one.result})


def decisions(person: Person) -> Iterator[Found]:
    """Career decisions that one would take again."""
    rows = CareerDecision.objects.visible_to(person).filter(again__in=YES).select_related("person")
    for one in rows.order_by("-reviewed_at")[:MOST]:
        url, title = reverse("decisions.show", args=[one.code]), f"{one.question} {one.chosen}"
        yield Found(Win.Source.DECISION, one.code, title[:200], url, one.reviewed_at, {"result": one.came})


def rehearsal_of(person: Person, code: str) -> str:
    """The page of a rehearsal."""
    there = Rehearsal.objects.visible_to(person).filter(code=code).exists()
    return reverse("rehearsals.show", args=[code]) if there else ""


def advice_of(person: Person, code: str) -> str:
    """The ledger that a piece of advice stands in."""
    one = Advice.objects.visible_to(person).select_related("mentorship").filter(code=code).first()
    return reverse("advice.index", args=[one.mentorship.code]) if one else ""


def decision_of(person: Person, code: str) -> str:
    """The page of a decision."""
    there = CareerDecision.objects.visible_to(person).filter(code=code).exists()
    return reverse("decisions.show", args=[code]) if there else ""


SOURCES += [rehearsals, advice, decisions]
ORIGINS.update(rehearsal=rehearsal_of, advice=advice_of, decision=decision_of)
