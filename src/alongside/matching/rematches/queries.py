"""The brief with which a mentorship began."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.matching.briefs.models import Brief
from alongside.mentoring.mentorships.models import Mentorship


def brief_of(mentorship: Mentorship, mentee: Person) -> Brief | None:
    """The brief of the request, or else the newest of the same goal, or the newest of all that were finished."""
    own = Brief.objects.visible_to(mentee).exclude(finished_at=None).order_by("-finished_at", "-pk")
    asked = own.filter(requests__mentorship=mentorship).first()
    return asked or own.filter(goal=mentorship.purpose).first() or own.first()
