"""The cast and what every test may ask for."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.testing import letters, tell_everyone
from alongside.kit.clock import now

__all__ = ["as_", "cast", "letters", "tell_everyone"]

Kind = Organisation.Kind
Role = Membership.Role


def _person(name: str, zone: str, **fields: object) -> Person:
    email = f"{name.split()[0].lower()}@example.org"
    return Person.objects.create(
        name=name, email=email, timezone=zone, agreed_conduct_at=now(), agreed_conduct_version="1", **fields
    )


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """Ada mentors Ben; Cleo coordinates; Dev administers; Eve works somewhere else.

    Northwind is Ada's, Ben's, Cleo's and Dev's company; Product Circle is a community of Ada and Eve.
    """
    northwind = Organisation.objects.create(name="Northwind", kind=Kind.COMPANY)
    elsewhere = Organisation.objects.create(name="Southgate", kind=Kind.COMPANY)
    circle = Organisation.objects.create(
        name="Product Circle", kind=Kind.COMMUNITY, joining=Organisation.Joining.OPEN
    )
    people = {
        "ada": _person("Ada Lindqvist", "Europe/Stockholm"),
        "ben": _person("Ben Okafor", "Europe/London"),
        "cleo": _person("Cleo Marchetti", "Europe/Rome"),
        "dev": _person("Dev Raman", "Asia/Kolkata", runs_instance=True),
        "eve": _person("Eve Novak", "Europe/Prague"),
    }
    roles = {"cleo": [Role.COORDINATOR], "dev": [Role.ADMINISTRATOR]}
    for name, person in people.items():
        home = elsewhere if name == "eve" else northwind
        Membership.objects.create(person=person, organisation=home, roles=roles.get(name, []))
    Membership.objects.create(person=people["ada"], organisation=circle)
    Membership.objects.create(person=people["eve"], organisation=circle)
    return SimpleNamespace(**people, northwind=northwind, elsewhere=elsewhere, circle=circle)


@pytest.fixture
def as_() -> Callable[[Person], Client]:
    """A browser in which this person is signed in."""

    def signed_in(person: Person) -> Client:
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return browser

    return signed_in
