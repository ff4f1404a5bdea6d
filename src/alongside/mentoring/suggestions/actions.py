"""What can be done with times: suggest up to three, pick one, say that none suits, take them back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.actions import LONGEST_AHEAD, plan_one
from alongside.mentoring.meetings.models import Attendance, Meeting, Suggestion
from alongside.mentoring.meetings.rules import can_plan_meetings
from alongside.mentoring.mentorships.models import Mentorship

from . import rules

MOST = 3


@transaction.atomic
def suggest(
    mentorship: Mentorship, times: Sequence[dt.datetime], *, by: Person, minutes: int = 45, link: str = ""
) -> Suggestion:
    """Suggest up to three times; what one suggested before and nobody answered is taken back."""
    require(can_plan_meetings(by, mentorship))
    mentorship.hold()
    if not 1 <= len(times) <= MOST or not all(now() < one < now() + LONGEST_AHEAD for one in times):
        raise Refused(_("Suggest one to three times that lie ahead, within a year."))
    Suggestion.objects.open().filter(mentorship=mentorship, by=by).update(closed_at=now())
    suggestion = Suggestion.objects.create(
        mentorship=mentorship, by=by, minutes=minutes, link=link,
        times=[one.astimezone(dt.UTC).isoformat() for one in times],
    )  # fmt: skip
    record("suggestion.made", by=by, about=suggestion, mentorship=mentorship.code)
    return suggestion


@transaction.atomic
def pick(suggestion: Suggestion, start: dt.datetime, *, by: Person) -> Meeting:
    """Pick one of the times: the meeting is planned, and both have said that they come."""
    require(rules.can_pick(by, suggestion))
    suggestion.mentorship.hold()
    _hold(suggestion)
    if start not in suggestion.moments:
        raise Refused(_("That is none of the suggested times. Pick one of them."))
    meeting = plan_one(suggestion.mentorship, start, by=by, minutes=suggestion.minutes, link=suggestion.link)
    Attendance.objects.create(
        meeting=meeting, person=suggestion.by, answer=Attendance.Answer.YES, answered_at=now()
    )
    _close(suggestion, meeting)
    record("suggestion.picked", by=by, about=suggestion)
    return meeting


@transaction.atomic
def decline(suggestion: Suggestion, *, by: Person) -> None:
    """Say that none of the times suits."""
    require(rules.can_pick(by, suggestion))
    _hold(suggestion)
    _close(suggestion, None)
    record("suggestion.declined", by=by, about=suggestion)


@transaction.atomic
def take_back(suggestion: Suggestion, *, by: Person) -> None:
    """Take the times back before anybody picked one."""
    require(rules.can_take_back(by, suggestion))
    _hold(suggestion)
    _close(suggestion, None)
    record("suggestion.taken_back", by=by, about=suggestion)


def _hold(suggestion: Suggestion) -> None:
    """Lock it: of two who answer at once, the second hears that it is answered."""
    if Suggestion.objects.select_for_update().get(pk=suggestion.pk).closed_at:
        raise Refused(_("These times are answered or taken back already."))


def _close(suggestion: Suggestion, meeting: Meeting | None) -> None:
    suggestion.closed_at, suggestion.meeting = now(), meeting
    suggestion.save(update_fields=["closed_at", "meeting"])
