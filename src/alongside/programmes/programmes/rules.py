"""Who may do what with a programme."""

from __future__ import annotations

from alongside.accounts.organisations.rules import COORDINATES, roles_in
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Programme


def runs(person: Person, programme: Programme) -> bool:
    """Whether the person coordinates or administers the organisation of the programme."""
    return not COORDINATES.isdisjoint(roles_in(person, programme.organisation))


@rule(Programme)
def can_begin(person: Person, programme: Programme) -> bool:
    """Coordinators and administrators begin programmes of their organisation."""
    return runs(person, programme)


@rule(Programme)
def can_change(person: Person, programme: Programme) -> bool:
    """Coordinators and administrators of the organisation change its programmes."""
    return runs(person, programme)
