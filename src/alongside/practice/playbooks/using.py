"""Put a playbook on an agenda, or give it as homework: with the verbs of agendas and of actions."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.queries import mentees, names, others

from .models import Playbook
from .shipped import Guide


def put_on_agenda(guide: Guide | Playbook, meeting: Meeting, *, by: Person) -> None:
    """Its title as the topic, its first question as the question."""
    agenda.add(meeting, by=by, topic=guide.title, question=guide.questions[0])


def give_as_homework(guide: Guide | Playbook, meeting: Meeting, *, by: Person) -> None:
    """An action for each mentee, due on the day of the meeting."""
    text = _("Playbook “%(title)s”: %(exercise)s") % {"title": guide.title, "exercise": guide.exercise}
    for mentee in mentees(meeting.mentorship):
        due = meeting.starts_at.astimezone(mentee.zone).date()
        advice.assign(meeting, text, by=by, owner=mentee, due_on=due)


def named(meeting: Meeting, reader: Person) -> str:
    """A meeting as the reader chooses it: when, and with whom."""
    day = meeting.starts_at.astimezone(reader.zone)
    return f"{day:%Y-%m-%d %H:%M} · {names(others(meeting.mentorship, reader))}"
