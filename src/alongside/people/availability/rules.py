"""Who may say when somebody is free."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule


@rule(Person)
def can_set_week(person: Person, owner: Person) -> bool:
    """Only the person says when they are free."""
    return person.pk == owner.pk
