"""The guide to the first meeting, put on its agenda with the verb of agendas."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings.models import AgendaItem, Meeting

from .questions import GUIDE


@transaction.atomic
def put_on_agenda(meeting: Meeting, *, by: Person) -> None:
    """Add the parts that do not stand there yet."""
    there = _topics(meeting)
    for step in GUIDE:
        if str(step.topic) not in there:
            said = {"topic": str(step.topic), "question": str(step.question)}
            agenda.add(meeting, by=by, minutes=step.minutes, **said)


def is_on_agenda(meeting: Meeting) -> bool:
    """Whether all parts stand there."""
    return {str(step.topic) for step in GUIDE} <= _topics(meeting)


def _topics(meeting: Meeting) -> set[str]:
    rows = list(AgendaItem.objects.filter(meeting=meeting))
    for row in rows:
        row.meeting = meeting  # its mentorship's key opens the text
    return {row.topic for row in rows}
