"""Who may do what to a self-check and a habit."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Habit, SelfCheck


@rule(SelfCheck)
def can_check(person: Person, check: SelfCheck) -> bool:
    """Everybody looks at their own practice, and at nobody else's."""
    return check.person_id == person.pk


@rule(Habit)
def can_choose(person: Person, habit: Habit) -> bool:
    """A habit is chosen by the person who will keep it."""
    return habit.person_id == person.pk


@rule(Habit)
def can_finish(person: Person, habit: Habit) -> bool:
    """Only the person whose habit it is says how it went."""
    return habit.person_id == person.pk
