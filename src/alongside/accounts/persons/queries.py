"""Questions about persons that are not about one page."""

from __future__ import annotations

from django.db.models import Q

from .models import Person, PersonQuerySet


def anybody_here() -> bool:
    """Whether this instance has its first person yet."""
    return Person.objects.exists()


def search(people: PersonQuerySet, words: str) -> PersonQuerySet:
    """Narrow to the people whose name or address holds the words, by name."""
    for word in words.split()[:5]:
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return people.order_by("name", "pk")
