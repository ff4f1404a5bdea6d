"""What is unresolved on a shared worksheet joins the agenda of the pair's next meeting, as a topic of its own."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.kept import Kept
from alongside.mentoring.agenda.actions import MOST_ITEMS, add
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.tools.registry import tool_of
from alongside.practice.worksheets.writing import content_of

from .models import Comment, OnAgenda

LONGEST_TOPIC, LONGEST_QUESTION = 160, 600
MINUTES = 5
Place = tuple[int, str, str]


@transaction.atomic
def join_next(mentorship: Mentorship) -> None:
    """Put what is open on the agenda of the next meeting, as far as it has room; doing it again changes nothing.

    Of several comments on one place the first stands for all. A topic that was taken away stays away; one of a
    meeting that is over goes on to the next one.
    """
    pair = Mentorship.objects.select_for_update(no_key=True).get(pk=mentorship.pk)
    coming = Meeting.objects.with_people().planned().filter(mentorship=pair, starts_at__gt=now())
    meeting = coming.order_by("starts_at", "pk").first()
    if meeting is None or not pair.is_open:
        return
    room = MOST_ITEMS - meeting.agenda.count()
    for comment in _waiting(pair)[: max(0, room)]:
        _join(comment, meeting)


def _waiting(pair: Mentorship) -> list[Comment]:
    """The open comments that everybody in the pair reads, one for each place, without those that stand there."""
    rows = Comment.objects.open().filter(worksheet__mentorship=pair).select_related("worksheet__owner", "by")
    people = [one.person for one in pair.participants.select_related("person")]
    for person in people:
        rows = rows.filter(pk__in=Comment.objects.visible_to(person).values("pk"))
    found: dict[Place, Comment] = {}
    for one in rows.select_related("on_agenda__item__meeting").filter(by__in=people):
        found.setdefault((one.worksheet_id, one.row, one.column), one)
    taken = {_place(one) for one in rows if _stands(one)}
    return [one for place, one in found.items() if place not in taken]


def _place(comment: Comment) -> Place:
    return comment.worksheet_id, comment.row, comment.column


def _stands(comment: Comment) -> bool:
    """Whether it is on an agenda that is to come, or was taken away from one."""
    known = getattr(comment, "on_agenda", None)
    if known is None:
        return False
    return known.item is None or known.item.meeting.state == Meeting.State.PLANNED


def _join(comment: Comment, meeting: Meeting) -> None:
    assert comment.by is not None  # only those of people in the pair wait
    question = comment.text[:LONGEST_QUESTION]
    item = add(meeting, by=comment.by, topic=_topic(comment), question=question, minutes=MINUTES)
    OnAgenda.objects.update_or_create(comment=comment, defaults={"item": item})


def _topic(comment: Comment) -> str:
    """The worksheet, and the row that it is about."""
    worksheet = comment.worksheet
    row, tool = content_of(worksheet).row(comment.row), tool_of(worksheet.tool)
    about = row.text(tool.title) if row and tool else ""
    return " · ".join(part for part in (worksheet.title, about) if part)[:LONGEST_TOPIC]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a topic came from, and whether that is dealt with."""

    url: str
    resolved: bool


def marks_of(meeting: int, reader: Person) -> dict[int, Mark]:
    """The topics of a meeting that a comment became and that the reader may still open, in one query."""
    return {
        one.item_id: Mark(
            reverse("comments.index", args=[one.comment.worksheet.code]), one.comment.resolved_at is not None
        )
        for one in _on_agenda(meeting, reader.pk)
        if one.item_id
    }


def _on_agenda_of(meeting: int, reader: int) -> QuerySet[OnAgenda]:
    rows = OnAgenda.objects.filter(
        item__meeting=meeting, comment__in=Comment.objects.visible_to(Person(pk=reader))
    )
    return rows.select_related("comment__worksheet").only(
        "item_id", "comment__resolved_at", "comment__worksheet__code"
    )


_on_agenda = Kept(_on_agenda_of)
