"""Reading feedback."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship

from .models import Feedback


def of_mentorship(mentorship: Mentorship, person: Person) -> list[Feedback]:
    """What this person gave, received, asked for or was asked for here, the newest first, in one query."""
    return list(Feedback.objects.visible_to(person).filter(mentorship=mentorship).for_list())
