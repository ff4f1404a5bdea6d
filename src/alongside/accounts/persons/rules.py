"""Who may do what with a person's account."""

from __future__ import annotations

from alongside.kit.rules import rule

from .models import Person


def can_sign_up(person: Person | None) -> bool:
    """Anybody signs up for themselves; for others, who runs the instance."""
    return person is None or person.runs_instance


@rule(Person)
def can_change(person: Person, other: Person) -> bool:
    """Name, time zone, language and theme are each person's own."""
    return person.pk == other.pk


@rule(Person)
def can_agree_to_conduct(person: Person, other: Person) -> bool:
    """Nobody agrees for somebody else."""
    return person.pk == other.pk and person.is_active


@rule(Person)
def can_end_sessions(person: Person, other: Person) -> bool:
    """Everybody signs themself out of every other browser."""
    return person.pk == other.pk


@rule(Person)
def can_deactivate(person: Person, other: Person) -> bool:
    """One closes one's own account; who runs the instance may close any."""
    return person.pk == other.pk or person.runs_instance


@rule(Person)
def can_reactivate(person: Person, other: Person) -> bool:
    """Who runs the instance opens a closed account again."""
    return person.runs_instance and person.pk != other.pk


@rule(Person)
def can_list(person: Person, other: Person) -> bool:
    """Who runs the instance sees the list of all accounts."""
    return person.runs_instance and person.pk == other.pk
