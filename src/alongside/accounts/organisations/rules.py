"""Who may do what with an organisation."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule

from .models import Organisation

COORDINATES = {"coordinator", "administrator"}


def can_found(person: Person) -> bool:
    """Anybody who has agreed to the code of conduct."""
    return person.is_active and person.agreed_conduct_at is not None


@rule(Organisation)
def can_change(person: Person, organisation: Organisation) -> bool:
    """Its administrators change its name, its words and who can join."""
    return "administrator" in roles_in(person, organisation)


@rule(Organisation)
def can_join(person: Person, organisation: Organisation) -> bool:
    """Anyone here, where the organisation is open."""
    return person.is_active and organisation.joining == Organisation.Joining.OPEN


@rule(Organisation)
def can_invite(person: Person, organisation: Organisation) -> bool:
    """Its coordinators and administrators invite."""
    return not COORDINATES.isdisjoint(roles_in(person, organisation))


def roles_in(person: Person, organisation: Organisation) -> list[str]:
    """The roles that the person has there now; none for a plain member and for everybody else."""
    current = organisation.memberships.current().filter(person=person)
    return list(current.values_list("roles", flat=True).first() or [])
