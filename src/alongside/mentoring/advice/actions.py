"""The advice ledger: heard, decided with a reason, and later what came of it; and actions."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.rules import require
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.meetings.room import tell_room
from alongside.mentoring.mentorships.queries import mentors

from . import rules
from .models import Action, Advice

Decision = Advice.Decision


@transaction.atomic
def give(meeting: Meeting, text: str, *, by: Person) -> Advice:
    """Write down advice that was heard; it is the mentor's, whoever writes it."""
    require(rules.can_give_advice(by, meeting))
    meeting.mentorship.hold()
    advisers = mentors(meeting.mentorship)
    mentor = by if by in advisers else advisers[0]
    advice = Advice(mentorship=meeting.mentorship, meeting=meeting, mentor=mentor)
    advice.text = text
    advice.save()
    record("advice.given", by=by, about=advice, mentorship=meeting.mentorship.code)
    tell_room(meeting.mentorship, "advice")
    return advice


@transaction.atomic
def decide(advice: Advice, decision: str, why: str, *, by: Person) -> None:
    """Do it, adapt it, or not: with the reason, which the mentor reads."""
    require(rules.can_decide(by, advice))
    advice.mentorship.hold()
    if decision not in (Decision.DO, Decision.ADAPT, Decision.NOT_DO):
        raise Refused(_("Choose whether to do it, adapt it, or not do it."))
    advice.decision, advice.why, advice.decided_at = Decision(decision), why, now()
    advice.save(update_fields=["decision", "why", "decided_at"])
    record("advice.decided", by=by, about=advice, decision=decision)
    tell_room(advice.mentorship, "advice")


@transaction.atomic
def report(advice: Advice, result: str, *, by: Person) -> None:
    """Tell what came of advice that was taken; the mentor hears of it."""
    require(rules.can_report(by, advice))
    advice.mentorship.hold(after_the_end=True)
    if advice.decision not in (Decision.DO, Decision.ADAPT):
        raise Refused(_("Decide to do or to adapt it first; then there can be a result."))
    advice.result, advice.result_at = result, now()
    advice.save(update_fields=["result", "result_at"])
    record("advice.reported", by=by, about=advice)
    tell_room(advice.mentorship, "advice")


@transaction.atomic
def assign(
    meeting: Meeting,
    text: str,
    *,
    by: Person,
    owner: Person,
    due_on: dt.date | None = None,
    advice: Advice | None = None,
) -> Action:
    """Write down who does what by when, and of which advice it comes."""
    require(rules.can_assign(by, meeting))
    meeting.mentorship.hold()
    if owner.pk not in {one.person_id for one in meeting.mentorship.participants.all()}:
        raise Refused(_("Choose one of the people who meet."))
    action = Action(mentorship=meeting.mentorship, meeting=meeting, owner=owner, due_on=due_on, advice=advice)
    action.text = text
    action.save()
    record("action.assigned", by=by, about=action)
    tell_room(meeting.mentorship, "actions")
    return action


@transaction.atomic
def finish(action: Action, *, by: Person) -> None:
    """Say that it is done; pressing again changes nothing."""
    require(rules.can_finish(by, action))
    action.mentorship.hold(after_the_end=True)
    if action.done_at is None:
        action.done_at = now()
        action.save(update_fields=["done_at"])
        record("action.finished", by=by, about=action)
        tell_room(action.mentorship, "actions")
