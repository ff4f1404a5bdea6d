"""Who may do what in a mock interview."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.rules import is_in

from .models import Interview


@rule(Interview)
def can_start(person: Person, interview: Interview) -> bool:
    """Everybody starts interviews of their own, alone or with a mentorship that they are in."""
    shared = interview.mentorship
    return interview.owner_id == person.pk and (shared is None or is_in(person, shared))


@rule(Interview)
def can_reply(person: Person, interview: Interview) -> bool:
    """Whoever is interviewed replies, and removes the interview."""
    return interview.owner_id == person.pk


@rule(Interview)
def can_rate(person: Person, interview: Interview) -> bool:
    """Whoever was interviewed rates their replies, and so do the people it is shared with while that runs."""
    shared = interview.mentorship
    together = shared is not None and shared.is_running and is_in(person, shared)
    return interview.owner_id == person.pk or together
