"""Who may do what with a playbook."""

from __future__ import annotations

from alongside.accounts.organisations.rules import roles_in
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Playbook


@rule(Playbook)
def can_write(person: Person, playbook: Playbook) -> bool:
    """Everybody writes playbooks, and shares them only where they belong."""
    where = playbook.organisation
    mine = playbook.author_id == person.pk
    return mine and (where is None or where.memberships.current().filter(person=person).exists())


@rule(Playbook)
def can_change(person: Person, playbook: Playbook) -> bool:
    """Only who wrote it changes it."""
    return playbook.author_id == person.pk


@rule(Playbook)
def can_remove(person: Person, playbook: Playbook) -> bool:
    """Who wrote it, and the administrators of where it is shared."""
    where = playbook.organisation
    return playbook.author_id == person.pk or (
        where is not None and "administrator" in roles_in(person, where)
    )
