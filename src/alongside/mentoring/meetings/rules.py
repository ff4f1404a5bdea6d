"""Who may do what to a meeting."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.rules import is_in

from .models import Meeting, Series


@rule(Mentorship)
def can_plan_meetings(person: Person, mentorship: Mentorship) -> bool:
    """Either of the people in it plans their meetings."""
    return is_in(person, mentorship)


@rule(Meeting)
def can_move(person: Person, meeting: Meeting) -> bool:
    """Either of the people in it moves a meeting."""
    return is_in(person, meeting.mentorship)


@rule(Meeting)
def can_cancel(person: Person | None, meeting: Meeting) -> bool:
    """Either of the people in it cancels a meeting; so does the end of the mentorship."""
    return person is None or is_in(person, meeting.mentorship)


@rule(Series)
def can_cancel_series(person: Person | None, series: Series) -> bool:
    """Either of the people in it cancels what is left of a series; so does the end of the mentorship."""
    return person is None or is_in(person, series.mentorship)


@rule(Meeting)
def can_tell_outcome(person: Person, meeting: Meeting) -> bool:
    """Either of the people in it says whether the meeting took place."""
    return is_in(person, meeting.mentorship)
