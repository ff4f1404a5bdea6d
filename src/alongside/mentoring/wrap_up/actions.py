"""Wrap a meeting up: everything that was said on the one page is kept, or nothing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.advice import actions as advice_actions
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting

from . import rules

State = Meeting.State


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what by when."""

    text: str
    owner: Person
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """What is said about one piece of advice: the decision with its reason, and what somebody will do."""

    advice: Advice
    decision: str = ""
    why: str = ""
    task: Task | None = None


@transaction.atomic
def wrap_up(
    meeting: Meeting,
    *,
    by: Person,
    follows: Sequence[Follow] = (),
    advice: str = "",
    task: Task | None = None,
    learned: str = "",
) -> None:
    """Keep the decisions, the actions and what the mentor learned; whoever does it says that you met."""
    require(rules.can_wrap_up(by, meeting))
    meeting.mentorship.hold()
    if meeting.state == State.CANCELLED or meeting.starts_at > now():
        raise Refused(_("This meeting has not taken place. Wrap it up when it has begun."))
    if meeting.state == State.PLANNED:
        meetings.tell_outcome(meeting, State.HELD, by=by)
    for follow in follows:
        _keep(meeting, follow, by)
    if advice:
        advice_actions.give(meeting, advice, by=by)
    if task:
        _assign(meeting, task, by)
    if learned:
        learning.note(meeting.mentorship, learned, by=by, meeting=meeting)
    record("meeting.wrapped_up", by=by, about=meeting, mentorship=meeting.mentorship.code)


def _keep(meeting: Meeting, follow: Follow, by: Person) -> None:
    if follow.decision:
        advice_actions.decide(follow.advice, follow.decision, follow.why, by=by)
    if follow.task:
        _assign(meeting, follow.task, by, follow.advice)


def _assign(meeting: Meeting, task: Task, by: Person, about: Advice | None = None) -> None:
    advice_actions.assign(meeting, task.text, by=by, owner=task.owner, due_on=task.due_on, advice=about)
