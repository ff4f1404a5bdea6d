"""Reading whom a person may turn to."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from alongside.accounts.memberships.models import Membership
from alongside.accounts.memberships.queries import membership_of
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship, Participant

from .models import Contact

MOST = 12


def helpers(person: Person) -> list[Person]:
    """Whom the person may turn to: named ones, else coordinators, else administrators.

    Never anybody they are or were in a mentorship with, nor their own or such a person's manager: when all
    of those named stand too near, the next ones are offered.
    """
    apart = _too_near(person)
    for ones in _in_turn(person):
        found = list(
            ones.exclude(pk__in=apart).filter(is_active=True).distinct().order_by("name", "pk")[:MOST]
        )
        if found:
            return found
    return []


def _in_turn(person: Person) -> list[QuerySet[Person]]:
    own = list(Organisation.objects.of(person).values_list("pk", flat=True))
    here = Membership.objects.current().filter(organisation__in=own)
    named = Contact.objects.filter(organisation__in=own).values("person")
    return [
        Person.objects.filter(pk__in=here.filter(person__in=named).values("person")),
        Person.objects.filter(pk__in=_with_role(own, Membership.Role.COORDINATOR)),
        Person.objects.filter(pk__in=_with_role(own, Membership.Role.ADMINISTRATOR)),
    ]


def _with_role(organisations: list[int], role: str) -> QuerySet[Membership, int]:
    here = Membership.objects.current().filter(organisation__in=organisations, roles__contains=[role])
    return here.values_list("person", flat=True)


def _too_near(person: Person) -> set[int]:
    shared = Mentorship.objects.visible_to(person).values("pk")
    near = set(Participant.objects.filter(mentorship__in=shared).values_list("person_id", flat=True))
    near.add(person.pk)
    lines = Membership.objects.current().filter(Q(person__in=near), manager__isnull=False)
    return near | {pk for pk in lines.values_list("manager_id", flat=True) if pk is not None}


def member_by_address(organisation: Organisation, email: str) -> Person | None:
    """The current member with this address, or None."""
    person = Person.objects.filter(email__iexact=email, is_active=True).first()
    return person if person and membership_of(person, organisation) else None
