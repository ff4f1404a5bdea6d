"""Who may bring whom into a programme."""

from __future__ import annotations

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.rules import rule
from alongside.programmes.programmes.models import Programme
from alongside.programmes.programmes.rules import runs

from .models import Listed, Participation


@rule(Programme)
def can_bring(person: Person, programme: Programme) -> bool:
    """Coordinators and administrators of the organisation list who takes part."""
    return runs(person, programme)


@rule(Participation)
def can_join(person: Person, participation: Participation) -> bool:
    """Members join by themselves where the programme is open to every member."""
    programme = participation.programme
    here = Membership.objects.filter(person=person, organisation=programme.organisation_id, left_at=None)
    is_open = programme.open_to == Programme.OpenTo.MEMBERS
    return participation.person_id == person.pk and is_open and here.exists()


@rule(Participation)
def can_leave(person: Person | None, participation: Participation) -> bool:
    """One leaves by oneself at any time; a coordinator may take somebody out, and so does the system."""
    if person is None or participation.person_id == person.pk:
        return True
    return runs(person, participation.programme)


@rule(Participation)
def can_tell_groups(person: Person, participation: Participation) -> bool:
    """Each for themself, and nobody for others."""
    return participation.person_id == person.pk


@rule(Listed)
def can_take_in(person: Person | None, _listed: Listed) -> bool:
    """Nobody but the product itself, when who was listed has become a member."""
    return person is None
