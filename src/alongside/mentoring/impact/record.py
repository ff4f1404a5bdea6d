"""A mentor's record in words: what became of the advice, what they learned, and what they led."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.accounts.persons.models import Person
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.leading.models import Leadership
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.records.shown import Entry, entry


def sections(mentor: Person) -> list[tuple[StrOrPromise, list[Entry]]]:
    """The sections that have something in them; nobody of whom they tell is named."""
    found = [(title, list(write(mentor))) for title, write in SECTIONS]
    return [(title, entries) for title, entries in found if entries]


def _results(mentor: Person) -> Iterator[Entry]:
    told = Advice.objects.visible_to(mentor).filter(mentor=mentor).exclude(result_at=None)
    for one in told.select_related("mentorship").order_by("result_at", "pk"):
        yield entry(one.text, one.result_at, (_("Decided"), str(one.get_decision_display())),
                    (_("What came of it"), one.result))  # fmt: skip


def _learned(mentor: Person) -> Iterator[Entry]:
    mine = Learning.objects.visible_to(mentor).filter(learner=mentor)
    for one in mine.select_related("mentorship").order_by("created_at", "pk"):
        yield entry(one.text, one.created_at, (_("How far"), str(one.get_stage_display())),
                    (_("Tried"), one.tried), (_("Effect"), one.effect))  # fmt: skip


def _led(mentor: Person) -> Iterator[Entry]:
    for one in Leadership.objects.visible_to(mentor).select_related("person").order_by("day", "pk"):
        yield entry(one.did, one.day, (_("Effect"), one.effect))


SECTIONS: list[tuple[StrOrPromise, Callable[[Person], Iterator[Entry]]]] = [
    (_("Advice, and what came of it"), _results),
    (_("What I learned from those I mentor"), _learned),
    (_("Evidence of leadership, from my own team"), _led),
]
