"""Who may do what to evidence of leadership."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Leadership


@rule(Leadership)
def can_keep_leadership(person: Person, leadership: Leadership) -> bool:
    """One keeps evidence of one's own; what began with a learning, only who learned it."""
    learning = leadership.learning
    return leadership.person_id == person.pk and (learning is None or learning.learner_id == person.pk)


@rule(Leadership)
def can_remove_leadership(person: Person, leadership: Leadership) -> bool:
    """Only the person it is about removes it."""
    return leadership.person_id == person.pk
