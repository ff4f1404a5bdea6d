"""Who is meant by an address in a mail."""

from __future__ import annotations

from alongside.accounts.persons.models import Person


def owner_of(address: str) -> Person | None:
    """The person whose address it is, as long as they have an account that works."""
    return Person.objects.active().filter(email__iexact=address).first()
