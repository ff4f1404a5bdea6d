"""What can be done to an agenda."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.meetings.room import tell_room

from . import rules

MOST_ITEMS = 8


@transaction.atomic
def add(
    meeting: Meeting, *, by: Person, topic: str, question: str, help: str = "", minutes: int = 15
) -> AgendaItem:
    """Add a topic with its question at the end of the agenda."""
    require(rules.can_add_item(by, meeting))
    _hold(meeting)
    count = meeting.agenda.count()
    if count >= MOST_ITEMS:
        raise Refused(_("Eight topics are more than one meeting holds. Take one away first."))
    item = AgendaItem(meeting=meeting, by=by, help=help, minutes=minutes, place=count)
    item.topic, item.question = topic, question
    item.save()
    record("agenda.added", by=by, about=item, meeting=meeting.code)
    tell_room(meeting.mentorship, "agenda")
    return item


@transaction.atomic
def change(item: AgendaItem, *, by: Person, topic: str, question: str, help: str, minutes: int) -> None:
    """Change a topic."""
    require(rules.can_change_item(by, item))
    _hold(item.meeting)
    item.topic, item.question, item.help, item.minutes = topic, question, help, minutes
    item.save()
    record("agenda.changed", by=by, about=item)
    tell_room(item.meeting.mentorship, "agenda")


@transaction.atomic
def remove(item: AgendaItem, *, by: Person) -> None:
    """Take a topic away."""
    require(rules.can_change_item(by, item))
    _hold(item.meeting)
    record("agenda.removed", by=by, about=item)
    tell_room(item.meeting.mentorship, "agenda")
    item.delete()


@transaction.atomic
def raise_item(item: AgendaItem, *, by: Person) -> None:
    """Move a topic one place up; the first one stays."""
    require(rules.can_raise_item(by, item))
    _hold(item.meeting)
    rows = list(AgendaItem.objects.filter(meeting=item.meeting_id))
    place = next(number for number, row in enumerate(rows) if row.pk == item.pk)
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
        for number, row in enumerate(rows):
            AgendaItem.objects.filter(pk=row.pk).update(place=number)
    record("agenda.ordered", by=by, about=item)
    tell_room(item.meeting.mentorship, "agenda")


def _hold(meeting: Meeting) -> None:
    """Lock the mentorship and the meeting, and read anew whether its agenda may change."""
    meeting.mentorship.hold()
    meeting.state = Meeting.objects.select_for_update().get(pk=meeting.pk).state
    if meeting.state != Meeting.State.PLANNED:
        raise Refused(_("This meeting is over, so its agenda stays as it was."))
