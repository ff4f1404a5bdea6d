"""Who may do what to a goal."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.queries import side_of
from alongside.mentoring.mentorships.rules import is_in

from .models import Goal

MENTOR = Participant.Side.MENTOR


@rule(Mentorship)
def can_set_goal(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it writes a goal of the mentee down."""
    return is_in(person, mentorship)


@rule(Goal)
def can_change(person: Person, goal: Goal) -> bool:
    """The mentee, or a mentor, changes a goal; the other side agrees to it anew."""
    return person.pk == goal.mentee_id or side_of(goal.mentorship, person) == MENTOR


@rule(Goal)
def can_agree(person: Person, goal: Goal) -> bool:
    """The side that did not write the levels agrees to them: a mentor, or the mentee whose goal it is."""
    if goal.written_by_id == goal.mentee_id:
        return side_of(goal.mentorship, person) == MENTOR
    return person.pk == goal.mentee_id


@rule(Goal)
def can_remove(person: Person, goal: Goal) -> bool:
    """The mentee, or a mentor, takes back a goal that is not agreed yet."""
    return can_change(person, goal)


@rule(Goal)
def can_progress(person: Person, goal: Goal) -> bool:
    """Only the mentee tells how their own goal moves."""
    return person.pk == goal.mentee_id and is_in(person, goal.mentorship)


@rule(Goal)
def can_complete(person: Person, goal: Goal) -> bool:
    """Only the mentee may call their own goal done."""
    return person.pk == goal.mentee_id and is_in(person, goal.mentorship)
