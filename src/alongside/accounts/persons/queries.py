"""Questions about persons that are not about one page."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db.models import Q

from .models import Person, PersonQuerySet


def anybody_here() -> bool:
    """Whether this instance has its first person yet."""
    return Person.objects.exists()


def addresses_of(*people: Person) -> set[str]:
    """Every address of these people in small letters: the one that they sign in with, and those beside it."""
    beside = EmailAddress.objects.filter(user__in=people).values_list("email", flat=True)
    return {email.lower() for email in (*beside, *(person.email for person in people))}


def mailbox_of(email: str) -> str:
    """Where letters to an address arrive: what stands behind a plus names no other mailbox."""
    local, _at, host = email.lower().rpartition("@")
    return f"{local.partition('+')[0] or local}@{host}"


def mailboxes_of(*people: Person) -> set[str]:
    """Where letters to these people arrive, whichever of their addresses stands on them."""
    return {mailbox_of(email) for email in addresses_of(*people)}


def search(people: PersonQuerySet, words: str) -> PersonQuerySet:
    """Narrow to the people whose name or address holds the words, by name."""
    for word in words.split()[:5]:
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return people.order_by("name", "pk")
