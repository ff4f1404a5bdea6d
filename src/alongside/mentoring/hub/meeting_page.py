"""What the page of one meeting shows: agenda, notes, advice and actions, each with its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.http import HttpResponse

from alongside.accounts.middleware import PersonRequest
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.kept import Kept
from alongside.kit.middleware.security import let_frame
from alongside.kit.nested import belonging
from alongside.kit.pages import page
from alongside.mentoring.advice.forms import Assign, Give
from alongside.mentoring.advice.models import Action, Advice, AdviceQuerySet
from alongside.mentoring.agenda.forms import Topic
from alongside.mentoring.agenda.marks import MARKS
from alongside.mentoring.documents.queries import on_the_table
from alongside.mentoring.meetings.models import AgendaItem, Attendance, Meeting, Note
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.mentorships.queries import names, other_zone, others, side_of

Context = dict[str, Any]  # Any: a template's context


def answer(
    request: PersonRequest, meeting: Meeting, more: Context | None = None, *, status: int = 200
) -> HttpResponse:
    """The page, or its part that an open page asks for anew; with ``more``, such as a form with its errors."""
    context = page_of(meeting, request.person) | (more or {})
    return let_frame(
        request, page(request, "mentoring/meetings/show.html", context, part="room", status=status)
    )


def page_of(meeting: Meeting, reader: Person) -> Context:
    """One meeting, as this reader sees it."""
    pair, planned = meeting.mentorship, meeting.state == Meeting.State.PLANNED
    known = {one.person_id: one.person for one in pair.participants.all()} | {reader.pk: reader}
    notes = _named(_notes(meeting.pk, reader.pk), "author", known, meeting=meeting)
    items = _timed(_named(_items(meeting.pk), "by", known, meeting=meeting), meeting, reader)
    _mark(items, meeting, reader)
    actions = (_actions_too if planned else _actions_here)(pair.pk, meeting.pk)
    # advice from before belongs to a meeting that is still to come; what is over keeps the agenda that it had
    earlier = _earlier(pair.pk, meeting.starts_at) if planned else []
    is_mentee = side_of(pair, reader) == Participant.Side.MENTEE
    return {
        "meeting": meeting,
        "mentorship": pair,
        "other_names": names(others(pair, reader)),
        "other_zone": other_zone(pair, reader),
        "items": items,
        "minutes": sum(item.minutes for item in items),
        "is_mentee": is_mentee,
        "prepares": is_mentee and not items and planned,
        "has_begun": meeting.starts_at <= now(),
        "shared": next((note for note in notes if note.shared), None),
        "private": next((note for note in notes if not note.shared), None),
        "advice_here": _named(_advice_here(pair.pk, meeting.pk), "mentor", known, mentorship=pair),
        "open_advice": _named(earlier, "mentor", known, mentorship=pair),
        "actions": _named(actions, "owner", known, mentorship=pair),
        "attendances": _named(_attendances(meeting.pk), "person", known, meeting=meeting) if planned else [],
        "documents": _named(on_the_table(meeting.pk), "by", known, meeting=meeting),
        "topic_form": Topic(),
        "give_form": Give(),
        "assign_form": Assign(people=[one.person for one in pair.participants.all()]),
    }


def _timed(items: list[AgendaItem], meeting: Meeting, reader: Person) -> list[AgendaItem]:
    """The topics, each with when it begins on the reader's clock."""
    begins = meeting.starts_at
    for item in items:
        item.at = f"{begins.astimezone(reader.zone):%H:%M}"  # type: ignore[attr-defined]  # for the page alone
        begins += dt.timedelta(minutes=item.minutes)
    return items


def _mark(items: list[AgendaItem], meeting: Meeting, reader: Person) -> None:
    """The topics that came from elsewhere, such as a comment on a worksheet, each with its mark."""
    for find in MARKS if items else ():
        for pk, mark in find(meeting.pk, reader).items():
            next(one for one in items if one.pk == pk).mark = mark  # type: ignore[attr-defined]  # for the page alone


def _named(
    rows: Iterable[Any], whose: str, known: dict[int, Person], **to: Model
) -> list[Any]:  # Any: of three tables
    """The rows, each with its person and what it belongs to, who are loaded already."""
    tied = belonging(rows, **to)
    for row in tied:
        person = known.get(getattr(row, f"{whose}_id"))
        if person is not None:
            setattr(row, whose, person)
    return tied


def _notes_of(meeting: int, reader: int) -> QuerySet[Note]:
    return Note.objects.visible_to(Person(pk=reader)).filter(meeting=meeting)


def _advice_of(pair: int) -> AdviceQuerySet:
    return Advice.objects.filter(mentorship=pair).order_by("created_at")


def _actions_of(pair: int, which: Q) -> QuerySet[Action]:
    return Action.objects.filter(which, mentorship=pair).order_by("done_at", "due_on", "pk")


_notes = Kept(_notes_of)
_attendances = Kept(lambda meeting: Attendance.objects.filter(meeting=meeting).order_by("pk"))
_items = Kept(lambda meeting: AgendaItem.objects.filter(meeting=meeting))
_advice_here = Kept(lambda pair, meeting: _advice_of(pair).filter(meeting=meeting))
_earlier = Kept(lambda pair, before: _advice_of(pair).open().filter(meeting__starts_at__lt=before))
_actions_here = Kept(lambda pair, meeting: _actions_of(pair, Q(meeting=meeting)))
_actions_too = Kept(lambda pair, meeting: _actions_of(pair, Q(meeting=meeting) | Q(done_at=None)))
