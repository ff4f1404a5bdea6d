"""Whom the demo lets in by one click."""

from __future__ import annotations

from django.conf import settings

from alongside.accounts.persons.models import Person, PersonQuerySet

DEMO_ADDRESS = "@example.org"
"""Only made-up people have such an address: the domain is reserved, so that no visitor's account has one."""


def demo_people() -> PersonQuerySet:
    """The people of the demo; nobody at all outside of the demo."""
    everybody = Person.objects.active().filter(email__endswith=DEMO_ADDRESS)
    return everybody.order_by("name") if settings.DEMO else everybody.none()
