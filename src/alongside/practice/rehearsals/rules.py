"""Who may do what in a rehearsal."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.mentoring.mentorships.rules import is_in

from .models import Rehearsal


@rule(Rehearsal)
def can_plan(person: Person, rehearsal: Rehearsal) -> bool:
    """Everybody plans rehearsals of their own, alone or with a mentorship that they are in."""
    shared = rehearsal.mentorship
    return rehearsal.owner_id == person.pk and (shared is None or is_in(person, shared))


@rule(Rehearsal)
def can_present(person: Person, rehearsal: Rehearsal) -> bool:
    """Whose rehearsal it is begins and stops a take, answers, says how confident they are, and tells the decision."""
    return rehearsal.owner_id == person.pk


@rule(Rehearsal)
def can_listen(person: Person, rehearsal: Rehearsal) -> bool:
    """Whoever rehearses scores and objects, and so do the people it is shared with while the mentorship runs."""
    shared = rehearsal.mentorship
    together = shared is not None and shared.is_running and is_in(person, shared)
    return rehearsal.owner_id == person.pk or together


@rule(Rehearsal)
def can_ask(person: Person | None, rehearsal: Rehearsal) -> bool:
    """Only time itself asks what came of a decision, and only once it is told."""
    return person is None and rehearsal.decided_at is not None
