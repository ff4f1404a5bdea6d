"""Write a playbook, change it, remove it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require

from . import rules
from .models import Playbook


@transaction.atomic
def write(said: Mapping[str, str], *, by: Person, organisation: Organisation | None = None) -> Playbook:
    """Write one, for oneself or to share in an organisation."""
    playbook = Playbook(author=by, organisation=organisation, **said)
    require(rules.can_write(by, playbook))
    playbook.save()
    record("playbook.written", by=by, about=playbook, shared=organisation is not None)
    return playbook


@transaction.atomic
def change(
    playbook: Playbook, said: Mapping[str, str], *, by: Person, organisation: Organisation | None
) -> None:
    """Change it, or who may use it; what was put on agendas stays there as it was."""
    require(rules.can_change(by, playbook))
    for field, value in said.items():
        setattr(playbook, field, value)
    playbook.organisation = organisation
    require(rules.can_write(by, playbook))
    playbook.save(update_fields=[*said, "organisation"])
    record("playbook.changed", by=by, about=playbook, shared=organisation is not None)


@transaction.atomic
def remove(playbook: Playbook, *, by: Person) -> None:
    """Remove it for everybody."""
    require(rules.can_remove(by, playbook))
    record("playbook.removed", by=by, about=playbook)
    playbook.delete()
