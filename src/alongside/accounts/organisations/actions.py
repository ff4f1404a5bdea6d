"""Found an organisation and change it."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.persons.models import Person
from alongside.activity.events.record import record
from alongside.kit.rules import require

from . import rules
from .models import Organisation


@transaction.atomic
def found(
    name: str,
    kind: str,
    *,
    by: Person,
    about: str = "",
    joining: str = Organisation.Joining.INVITED,
) -> Organisation:
    """Found an organisation; the founder coordinates and administers it."""
    require(rules.can_found(by))
    organisation = Organisation.objects.create(name=name.strip(), kind=kind, about=about, joining=joining)
    organisation.memberships.create(person=by, roles=["coordinator", "administrator"])
    record("organisation.founded", by=by, about=organisation, kind=str(kind))
    return organisation


@transaction.atomic
def change(organisation: Organisation, *, by: Person, name: str, about: str, joining: str) -> None:
    """Change what an organisation is called, what it says, and who can join."""
    require(rules.can_change(by, organisation))
    organisation.name = name.strip()
    organisation.about = about
    organisation.joining = joining
    organisation.save(update_fields=["name", "about", "joining"])
    record("organisation.changed", by=by, about=organisation)
