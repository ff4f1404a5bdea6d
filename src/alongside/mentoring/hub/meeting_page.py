"""What the page of one meeting shows: agenda, notes, advice and actions, each with its form."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.advice.forms import Assign, Give
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agenda.forms import Topic
from alongside.mentoring.meetings.models import Meeting, Note
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.queries import names, other_zone, others, side_of

Context = dict[str, Any]  # Any: a template's context


def page_of(meeting: Meeting, reader: Person) -> Context:
    """One meeting, as this reader sees it."""
    pair = meeting.mentorship
    notes = list(
        Note.objects.visible_to(reader)
        .filter(meeting=meeting)
        .select_related("author", "meeting__mentorship")
    )
    items = list(meeting.agenda.select_related("by", "meeting__mentorship").filter(advice=None))
    is_mentee = side_of(pair, reader) == Participant.Side.MENTEE
    return {
        "meeting": meeting,
        "mentorship": pair,
        "other_names": names(others(pair, reader)),
        "other_zone": other_zone(pair, reader),
        "items": items,
        "minutes": sum(item.minutes for item in items),
        "is_mentee": is_mentee,
        "prepares": is_mentee and not items and meeting.state == Meeting.State.PLANNED,
        "has_begun": meeting.starts_at <= now(),
        "shared": next((note for note in notes if note.shared), None),
        "private": next((note for note in notes if not note.shared), None),
        "advice_here": list(_advice(pair).filter(meeting=meeting)),
        "open_advice": list(_carried_over(meeting)),
        "actions": list(_actions(meeting)),
        "topic_form": Topic(),
        "give_form": Give(),
        "assign_form": Assign(people=[one.person for one in pair.participants.all()]),
    }


def _advice(pair: Mentorship) -> Any:  # Any: a queryset that goes on
    return (
        Advice.objects.filter(mentorship=pair)
        .select_related("mentorship", "mentor", "meeting")
        .order_by("created_at")
    )


def _carried_over(meeting: Meeting) -> Any:  # Any: a queryset that goes on
    """Open advice from before a meeting that is still to come; what is over keeps the agenda that it had."""
    earlier = _advice(meeting.mentorship).open().filter(meeting__starts_at__lt=meeting.starts_at)
    return earlier if meeting.state == Meeting.State.PLANNED else earlier.none()


def _actions(meeting: Meeting) -> Any:  # Any: a queryset that goes on
    rows = Action.objects.filter(mentorship=meeting.mentorship).select_related("mentorship", "owner")
    here = rows.filter(meeting=meeting)
    open_too = here | rows.filter(done_at=None) if meeting.state == Meeting.State.PLANNED else here
    return open_too.order_by("done_at", "due_on", "pk")
