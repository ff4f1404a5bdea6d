"""Reading mentorships: who is in them, on which side."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now

from .models import Mentorship, MentorshipQuerySet, Participant

Side = Participant.Side
MOST_NAMED = 4
"""Whoever has more people around them reads the first, and how many more."""
LATELY = dt.timedelta(days=14)


def mentors(mentorship: Mentorship) -> list[Person]:
    """The mentors; one in a pair. Costs no query after ``with_people``."""
    return [one.person for one in mentorship.participants.all() if one.side == Side.MENTOR]


def mentees(mentorship: Mentorship) -> list[Person]:
    """The mentees; one in a pair, several in a circle."""
    return [one.person for one in mentorship.participants.all() if one.side == Side.MENTEE]


def others(mentorship: Mentorship, person: Person) -> list[Person]:
    """Everybody in it but this person."""
    return [one.person for one in mentorship.participants.all() if one.person_id != person.pk]


def side_of(mentorship: Mentorship, person: Person) -> str:
    """On which side the person is, or an empty text for who is not in it."""
    sides = {one.person_id: one.side for one in mentorship.participants.all()}
    return sides.get(person.pk, "")


def names(people: list[Person]) -> str:
    """The names, one after the other; of more than four, the first three and how many more."""
    if len(people) <= MOST_NAMED:
        return ", ".join(person.name for person in people)
    first, more = people[: MOST_NAMED - 1], len(people) - MOST_NAMED + 1
    words = ngettext("%(names)s and %(more)d other", "%(names)s and %(more)d others", more)
    return words % {"names": names(first), "more": more}


def running_of(person: Person) -> MentorshipQuerySet:
    """The person's mentorships that have not ended."""
    return Mentorship.objects.visible_to(person).running()


def running_between(one: Person, other: Person) -> MentorshipQuerySet:
    """The mentorships that hold both and have not ended."""
    return Mentorship.objects.visible_to(one).visible_to(other).running()


def other_zone(mentorship: Mentorship, reader: Person) -> str:
    """The time zone of the first of the others, or nothing."""
    partners = others(mentorship, reader)
    return partners[0].timezone if partners else ""


def ended_lately(mentorship: Mentorship) -> bool:
    """Whether it ended within the last two weeks, in which the search may go on with the same brief."""
    return mentorship.ended_at is not None and now() - mentorship.ended_at <= LATELY
