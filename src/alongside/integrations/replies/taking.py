"""Takes an answer from outside for what it is: only the signed address and the person's own say it is theirs."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.attendance import actions as attendance
from alongside.mentoring.meetings import replying
from alongside.mentoring.meetings.models import Meeting, MeetingQuerySet

from .queries import owner_of
from .reading import Reply, reply_in

NEAR = dt.timedelta(seconds=1)
"""Calendars write no fractions of a second."""


def take(mail: bytes) -> bool:
    """Keep the answer in a mail; False for every mail that is none, or not from who it names."""
    reply = reply_in(mail)
    person = _answers(reply) if reply else None
    if reply is None or person is None:
        return False
    taken = [_keep(meeting, reply, person) for meeting in _meant(reply, person)]
    return any(taken)


def _answers(reply: Reply) -> Person | None:
    """Who answers: the one whose signed address it went to, from their own address, under their own name."""
    person = owner_of(reply.attendee)
    if person is None or reply.sender != person.email.lower():
        return None
    signed = any(replying.is_for(address, reply.uid, person) for address in reply.recipients)
    return person if signed else None


def _meant(reply: Reply, person: Person) -> MeetingQuerySet:
    """The meetings that it is about, as far as they are still to come at the time that was answered to."""
    coming = Meeting.objects.visible_to(person).with_people().planned().filter(starts_at__gt=now())
    known = coming.filter(sequence__lte=reply.sequence)
    single = known.filter(uid=reply.uid, original_at=None)
    if reply.recurrence is None:
        return single | known.filter(series__uid=reply.uid, original_at__isnull=False)
    near = (reply.recurrence - NEAR, reply.recurrence + NEAR)
    return known.filter(series__uid=reply.uid, original_at__range=near)


def _keep(meeting: Meeting, reply: Reply, person: Person) -> bool:
    try:
        attendance.answer(meeting, reply.said, by=person)
    except (Refused, Forbidden):
        return False
    return True
