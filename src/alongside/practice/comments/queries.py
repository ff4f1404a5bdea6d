"""Reading comments: the threads of a sheet, how many there are to a row, and what is open in a mentorship."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.tools.registry import tool_of
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

from .models import Comment

SHOWN = 5


@dataclass(slots=True)
class Thread:
    """A comment, what it is about in words, and its answers."""

    comment: Comment
    about: str
    answers: list[Comment] = field(default_factory=list)


def threads(worksheet: Worksheet, person: Person) -> list[Thread]:
    """The threads of a sheet that the person sees, the open ones first."""
    tool, content = tool_of(worksheet.tool), content_of(worksheet)
    found: dict[int, Thread] = {}
    for comment in Comment.objects.visible_to(person).filter(worksheet=worksheet).select_related("by"):
        comment.worksheet = worksheet
        if comment.parent_id in found:
            found[comment.parent_id].answers.append(comment)
            continue
        row, column = content.row(comment.row), tool.column(comment.column) if tool else None
        parts = [row.text(tool.title) if row and tool else "", str(column.label) if column else ""]
        found[comment.pk] = Thread(comment, " · ".join(part for part in parts if part))
    return sorted(found.values(), key=lambda thread: thread.comment.resolved_at is not None)


def talk(worksheet: Worksheet, person: Person) -> dict[str, int]:
    """How many open comments each row has; those on the whole sheet stand under an empty key."""
    seen = Comment.objects.visible_to(person).filter(worksheet=worksheet)
    return Counter(seen.open().values_list("row", flat=True))


def shared_in(mentorship: Mentorship, person: Person) -> list[Worksheet]:
    """The worksheets that are shared with a mentorship and were worked on last."""
    return list(Worksheet.objects.visible_to(person).filter(mentorship=mentorship).for_list()[:SHOWN])


def open_in(mentorship: Mentorship, person: Person) -> list[Comment]:
    """What is unresolved on the worksheets that are shared with a mentorship."""
    rows = Comment.objects.visible_to(person).open().filter(worksheet__mentorship=mentorship)
    return list(rows.select_related("worksheet", "by"))
