"""The pages of a mock interview: the question that waits, and afterwards every reply with its ratings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.queries import names, others
from alongside.practice.worksheets.holding import rests
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

from .bank import RUBRIC, Question
from .models import Interview, Rating, Reply
from .turns import STRESS_SECONDS, known, waiting, waits_for_challenge


@dataclass(frozen=True, slots=True)
class Said:
    """A question, what was said, and how it was rated."""

    question: Question
    reply: Reply
    ratings: list[Rating]

    @property
    def time(self) -> str:
        """Minutes and seconds to the first words' end."""
        return f"{self.reply.seconds // 60}:{self.reply.seconds % 60:02}"

    @property
    def lines(self) -> list[tuple[Any, list[int]]]:
        """The five lines, with what each person gave."""
        given = [one.values for one in self.ratings]
        return [(name, [numbers[place] for numbers in given]) for place, (name, _good) in enumerate(RUBRIC)]


def page_of(interview: Interview, reader: Person) -> dict[str, Any]:
    """Everything of the page: the turn while it runs, the replies when it is over."""
    replies = list(interview.replies.prefetch_related("ratings__person"))
    for reply in replies:
        reply.interview = interview
    shared = interview.mentorship
    since = replies[-1].changed_at if replies else interview.created_at
    return {
        "interview": interview,
        "is_mine": interview.owner_id == reader.pk,
        "rests": rests(shared),
        "shared_with": names(others(shared, interview.owner)) if shared else "",
        "asked": None if interview.done_at else waiting(interview, replies),
        "challenge": waits_for_challenge(interview, replies),
        "place": min(len(replies) + (not waits_for_challenge(interview, replies)), len(interview.questions)),
        "limit": STRESS_SECONDS,
        "elapsed": round((now() - since).total_seconds()),
        "said": [_said(interview, reply) for reply in replies] if interview.done_at else [],
        "rubric": RUBRIC,
        "stories": stories_of(reader),
    }


def given_by(person: Person, reply: Reply) -> dict[str, Any]:
    """How the person rated a reply before, by the fields of the form."""
    given = reply.ratings.filter(person=person).first()
    if given is None:
        return {"note": ""}
    given.reply = reply
    return {"note": given.note, **{f"rating_{place}": one for place, one in enumerate(given.values)}}


def _said(interview: Interview, reply: Reply) -> Said:
    ratings = list(reply.ratings.all())
    for one in ratings:
        one.reply = reply
    return Said(known(interview.questions[reply.place]), reply, ratings)


def stories_of(person: Person) -> dict[str, Any] | None:
    """The sheet of interview stories that the person worked on last, with the names of its stories."""
    sheets = Worksheet.objects.visible_to(person).filter(owner=person, tool="interview-stories")
    sheet = sheets.order_by("-changed_at").first()
    if sheet is None:
        return None
    rows = content_of(sheet).sheet.rows
    return {"sheet": sheet, "names": [row.text("title") for row in rows if row.text("title")]}
