"""Who belongs where."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.accounts.organisations.models import Organisation, OrganisationQuerySet
from alongside.accounts.persons.models import Person

from .models import Membership


def membership_of(person: Person, organisation: Organisation) -> Membership | None:
    """The person's current membership there, or None."""
    return Membership.objects.filter(person=person, organisation=organisation, left_at=None).first()


def organisations_of(person: Person) -> OrganisationQuerySet:
    """The organisations that the person belongs to now, by name."""
    return Organisation.objects.of(person).order_by("name", "pk")


def shared_organisations(person: Person, other: Person) -> OrganisationQuerySet:
    """The organisations that both belong to now, by name."""
    theirs = Organisation.objects.of(other).values("pk")
    return organisations_of(person).filter(pk__in=theirs)


def manages(manager: Person, person: Person) -> bool:
    """Whether ``manager`` is the person's manager in any organisation now."""
    return Membership.objects.filter(manager=manager, person=person, left_at=None).exists()


def colleagues_of(person: Person) -> set[int]:
    """Everybody who shares a company with the person now, for what is "inside" and what is "beyond"."""
    companies = Organisation.objects.of(person).filter(kind=Organisation.Kind.COMPANY)
    members = Membership.objects.filter(organisation__in=companies, left_at=None)
    return set(members.exclude(person=person).values_list("person_id", flat=True))


def coordinators_of(organisations: Iterable[Organisation]) -> list[Person]:
    """The active coordinators of any of these organisations."""
    found = Person.objects.filter(
        memberships__organisation__in=organisations,
        memberships__left_at=None,
        memberships__roles__contains=[Membership.Role.COORDINATOR],
        is_active=True,
    )
    return list(found.distinct().order_by("name", "pk"))
