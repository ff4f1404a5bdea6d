"""Reading one's own self-checks and habits."""

from __future__ import annotations

from alongside.accounts.persons.models import Person

from .models import Habit, SelfCheck


def checks_of(person: Person) -> list[SelfCheck]:
    """Every self-check of the person, the oldest first, in one query."""
    rows = list(SelfCheck.objects.visible_to(person))
    for row in rows:
        row.person = person
    return rows


def habits_of(person: Person) -> list[Habit]:
    """Every habit of the person, the newest first, in one query."""
    rows = list(Habit.objects.visible_to(person).order_by("-created_at", "-pk"))
    for row in rows:
        row.person = person
    return rows
