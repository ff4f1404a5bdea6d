"""Who belongs where."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from alongside.accounts.organisations.models import Organisation, OrganisationQuerySet
from alongside.accounts.persons.models import Person

from .models import Membership, MembershipQuerySet


def membership_of(person: Person, organisation: Organisation) -> Membership | None:
    """The person's current membership there, or None."""
    return Membership.objects.filter(person=person, organisation=organisation, left_at=None).first()


def members(organisation: Organisation, person: Person, words: str = "") -> MembershipQuerySet:
    """The current members that ``person`` may see, narrowed by words of their name or team."""
    found = Membership.objects.filter(organisation=organisation).visible_to(person).for_list()
    for word in words.split()[:5]:
        found = found.filter(Q(person__name__icontains=word) | Q(team__icontains=word))
    return found


def organisations_of(person: Person) -> OrganisationQuerySet:
    """The organisations that the person belongs to now, by name."""
    return Organisation.objects.of(person).order_by("name", "pk")


def manages(manager: Person, person: Person) -> bool:
    """Whether ``manager`` is the person's manager in any organisation now."""
    return Membership.objects.filter(manager=manager, person=person, left_at=None).exists()


def coordinators_of(organisations: Iterable[Organisation]) -> list[Person]:
    """The active coordinators of any of these organisations."""
    found = Person.objects.filter(
        memberships__organisation__in=organisations,
        memberships__left_at=None,
        memberships__roles__contains=[Membership.Role.COORDINATOR],
        is_active=True,
    )
    return list(found.distinct().order_by("name", "pk"))
