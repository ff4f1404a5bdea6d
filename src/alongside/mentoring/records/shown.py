"""The record of a mentorship on paper: what was aimed at, said, done and learned, in the order of the work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.accounts.persons.models import Person
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.goals.levels import named
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings.models import Meeting, Note
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.reviews import shown as reviews

Told = tuple[StrOrPromise, str]
STYLES = ("mentoring/css/agreement.css", "mentoring/css/record.css")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: its name, its day, and what is told of it."""

    name: str
    day: dt.datetime | dt.date | None
    told: list[Told]


Write = Callable[[Mentorship, Person], Iterator[Entry]]


def sections(mentorship: Mentorship, reader: Person) -> list[tuple[StrOrPromise, list[Entry]]]:
    """The sections that have something in them, as this reader may read them."""
    found = [(title, list(write(mentorship, reader))) for title, write in SECTIONS]
    return [(title, entries) for title, entries in found if entries]


def entry(name: str, day: dt.datetime | dt.date | None, *told: Told) -> Entry:
    """One thing with what is told of it, without what is empty."""
    return Entry(name, day, [(label, text) for label, text in told if text])


def _rows(
    model: Any, mentorship: Mentorship, reader: Person, *related: str
) -> Any:  # Any: of whichever table
    rows = model.objects.visible_to(reader).filter(mentorship=mentorship)
    return rows.select_related("mentorship", *related).order_by("created_at", "pk")


def _goals(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    for one in _rows(Goal, mentorship, reader):
        expected = one.level_texts[2] if one.level_texts else ""
        yield entry(one.title, one.completed_at, (_("Quarter"), one.quarter), (_("As expected"), expected),
                     (_("Reached"), named(one.score)))  # fmt: skip


def _meetings(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    held = _rows(Meeting, mentorship, reader).filter(state=Meeting.State.HELD).order_by("starts_at")
    notes = Note.objects.visible_to(reader).filter(meeting__mentorship=mentorship)
    of: dict[int, list[Note]] = {}
    for note in notes.select_related("author", "meeting__mentorship").order_by("-shared"):
        of.setdefault(note.meeting_id, []).append(note)
    for one in held:
        told = [
            (_("Shared note") if note.shared else _("My own note"), note.text) for note in of.get(one.pk, [])
        ]
        yield entry(str(_("%(minutes)d minutes") % {"minutes": one.minutes}), one.starts_at, *told)


def _advice(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    for one in _rows(Advice, mentorship, reader):
        yield entry(one.text, one.created_at, (_("Decided"), str(one.get_decision_display())), (_("Why"), one.why),
                     (_("What came of it"), one.result))  # fmt: skip


def _actions(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    for one in _rows(Action, mentorship, reader, "owner"):
        yield entry(one.text, one.done_at, (_("Whose"), one.owner.name),
                     (_("Done"), str(_("Yes") if one.done_at else _("Not yet"))))  # fmt: skip


def _learnings(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    for one in _rows(Learning, mentorship, reader, "learner"):
        yield entry(one.text, one.created_at, (_("Who"), one.learner.name), (_("Tried"), one.tried),
                     (_("Effect"), one.effect))  # fmt: skip


def _reviews(mentorship: Mentorship, reader: Person) -> Iterator[Entry]:
    """One's own answers, and those of the others when everybody has answered."""
    for review, columns in reviews.columns_of(mentorship, reader):
        for column in columns:
            answer = column["answer"]
            told = [(label, text) for label, text, _shared in column["lines"]]
            told += [(_("What comes next"), str(answer.get_next_display() if answer.next else ""))]
            told += [(_("A testimonial"), answer.testimonial)]
            yield entry(f"{review.get_kind_display()}: {column['person'].name}", answer.created_at, *told)


SECTIONS: list[tuple[StrOrPromise, Write]] = [
    (_("Goals"), _goals),
    (_("Meetings"), _meetings),
    (_("Advice, and what came of it"), _advice),
    (_("Actions"), _actions),
    (_("What the mentor learned"), _learnings),
    (_("Looking back"), _reviews),
]
