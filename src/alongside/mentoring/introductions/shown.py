"""What each side sees of an introduction: a no is nobody's, and addresses wait for two yeses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.network import Link, network
from alongside.mentoring.mentorships.models import Mentorship

from .models import Introduction, Outcome
from .queries import RESULTS, newest_outcome

State = Introduction.State
FOR_THE_MENTEE: dict[str, tuple[str | Promise, str]] = {
    State.ASKED: (_("With your mentor"), "info"),
    State.SENT: (_("With your mentor"), "info"),
    State.MADE: (_("Introduced"), "good"),
    State.WITHDRAWN: (_("Taken back"), ""),
}
NOT_NOW: tuple[str | Promise, str] = (_("Not now"), "")
"""The mentee reads the same whoever said no, and when nobody answered."""
TONES: dict[str, str] = {State.ASKED: "warn", State.SENT: "info", State.MADE: "good"}


@dataclass(frozen=True, slots=True)
class Seen:
    """An introduction as one reader sees it; ``target`` is empty as long as it is not theirs to know."""

    introduction: Introduction
    other: Person
    is_mentor: bool
    standing: str | Promise
    tone: str
    target: str
    outcome: Outcome | None

    @property
    def waits_for_reader(self) -> bool:
        """Whether the reader should answer."""
        return self.is_mentor and self.introduction.state == State.ASKED

    @property
    def can_withdraw(self) -> bool:
        """Whether the reader may still take it back."""
        return not self.is_mentor and self.introduction.is_under_way


def seen_by(reader: Person, introduction: Introduction) -> Seen:
    """The introduction for this reader. Costs no query after ``for_list``."""
    is_mentor = introduction.mentor_id == reader.pk
    standing: str | Promise
    if is_mentor:
        standing, tone = introduction.get_state_display(), TONES.get(introduction.state, "")
    else:
        standing, tone = FOR_THE_MENTEE.get(introduction.state, NOT_NOW)
    return Seen(
        introduction,
        introduction.mentee if is_mentor else introduction.mentor,
        is_mentor,
        standing,
        tone,
        introduction.target_name if is_mentor or introduction.is_made else "",
        newest_outcome(introduction),
    )


def one(introduction: Introduction, reader: Person) -> dict[str, Any]:
    """The page of one introduction."""
    told = list(introduction.outcomes.all())
    return {"seen": seen_by(reader, introduction), "introduction": introduction, "outcomes": told[::-1]}


def everything(introductions: list[Introduction], reader: Person) -> dict[str, Any]:
    """The page of all introductions: the rows, and how the network grew."""
    rows = [seen_by(reader, introduction) for introduction in introductions]
    asked = [row for row in rows if not row.is_mentor]
    given = [row for row in rows if row.is_mentor]
    return {"asked": asked, "given": given, "map": _map(asked, given)}


def first_draft(mentorship: Mentorship, mentee: Person) -> dict[str, str]:
    """What the form begins with: the purpose of the mentorship, to be made specific."""
    blurb = _(
        "Hello, I am {name}, and I am working on this: {purpose}. One question I would love to ask you is: "
        "[your question]. It would take twenty minutes at most."
    )
    filled = format_lazy(blurb, name=mentee.name, purpose=mentorship.purpose.rstrip("."))
    return {"blurb": str(filled)}


def _map(asked: list[Seen], given: list[Seen]) -> Chart | None:
    made = [row for row in (*asked, *given) if row.introduction.is_made]
    if not made:
        return None
    links = [_link(row) for row in reversed(made)]
    head = [str(_("Who")), str(_("Through whom")), str(_("When")), str(_("What came of it"))]
    return network(str(_("How your network grew")), str(_("You")), links, head=head)


def _link(row: Seen) -> Link:
    """From the reader through a mentor to somebody new; or from the reader as mentor, through a mentee."""
    closed = row.introduction.closed_at
    assert closed is not None
    told = row.outcome.get_kind_display() if row.outcome else "–"
    strong = row.outcome is not None and row.outcome.kind in RESULTS
    return Link(row.target, row.other.name, closed.date(), told, strong)
