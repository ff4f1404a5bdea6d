"""Reading what was written before the first meeting, and what two records share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.careers.models import Position, Transition
from alongside.people.profiles.languages import NAMES
from alongside.people.profiles.models import Profile

from .models import CommonGround

Shared = list[tuple[str | Promise, list[str]]]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What everybody in a mentorship wrote."""

    people: list[Person]
    rows: list[CommonGround]

    @property
    def is_complete(self) -> bool:
        """Whether everybody has written."""
        return {one.person_id for one in self.rows} >= {person.pk for person in self.people}

    def of(self, person: Person) -> CommonGround | None:
        """What this person wrote."""
        return next((one for one in self.rows if one.person_id == person.pk), None)


def of_mentorship(mentorship: Mentorship) -> Grounds:
    """Everything that was written, for the page that decides what is read: one query after ``with_people``."""
    people = [one.person for one in mentorship.participants.all()]
    known = {person.pk: person for person in people}
    rows = list(CommonGround.objects.filter(mentorship=mentorship, person__in=people).order_by("pk"))
    for row in rows:
        row.mentorship, row.person = mentorship, known[row.person_id]  # its key opens the texts
    return Grounds(people, rows)


def next_meeting(mentorship: Mentorship) -> Meeting | None:
    """The one that is planned next."""
    rows = Meeting.objects.filter(mentorship=mentorship, state=Meeting.State.PLANNED, starts_at__gte=now())
    meeting = rows.order_by("starts_at").first()
    if meeting is not None:
        meeting.mentorship = mentorship
    return meeting


def shared_facts(people: list[Person], reader: Person) -> Shared:
    """What the records of all hold, as far as the reader may see them: three queries."""
    positions = list(Position.objects.visible_to(reader).filter(person__in=people))
    profiles = Profile.objects.visible_to(reader).filter(person__in=people)
    moves = Transition.objects.visible_to(reader).filter(person__in=people)
    spoken = ((one.person_id, str(NAMES.get(code, code))) for one in profiles for code in one.languages)
    facts = [
        (_("Languages"), spoken),
        (_("Industries"), ((one.person_id, one.get_industry_display()) for one in positions)),
        (_("Kinds of products"), ((one.person_id, one.get_product_type_display()) for one in positions)),
        (_("Companies"), ((one.person_id, one.company) for one in positions)),
        (_("Moves"), ((one.person_id, one.get_move_display()) for one in moves)),
    ]
    every = [(label, _in_all(said, people)) for label, said in facts]
    return [(label, values) for label, values in every if values]


def _in_all(said: Iterable[tuple[int, str]], people: list[Person]) -> list[str]:
    """The values that stand with everybody, in the words of whoever is read first."""
    owners: dict[str, set[int]] = {}
    words: dict[str, str] = {}
    for person, value in said:
        key = str(value).casefold()
        owners.setdefault(key, set()).add(person)
        words.setdefault(key, str(value))
    return [words[key] for key, known in owners.items() if key and len(known) == len(people)]
