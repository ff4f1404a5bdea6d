"""Who may do what to advice and actions."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.mentorships.rules import is_in, is_on

from .models import Action, Advice

MENTEE = Participant.Side.MENTEE


@rule(Meeting)
def can_give_advice(person: Person, meeting: Meeting) -> bool:
    """Either of the people who meet writes down what was advised."""
    return is_in(person, meeting.mentorship)


@rule(Advice)
def can_decide(person: Person, advice: Advice) -> bool:
    """Only a mentee decides what to do with advice."""
    return is_on(MENTEE, person, advice.mentorship)


@rule(Advice)
def can_report(person: Person, advice: Advice) -> bool:
    """Only a mentee tells what came of it."""
    return is_on(MENTEE, person, advice.mentorship)


@rule(Meeting)
def can_assign(person: Person, meeting: Meeting) -> bool:
    """Either of the people who meet writes down who does what."""
    return is_in(person, meeting.mentorship)


@rule(Action)
def can_finish(person: Person, action: Action) -> bool:
    """Who took it on says that it is done."""
    return action.owner_id == person.pk
