"""The two people of a pair, from their codes."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from alongside.accounts.persons.models import Person

from .working import Studio


def two_people(studio: Studio, mentee: str, mentor: str) -> tuple[Person, Person]:
    """A mentee and a mentor of the frozen round; whoever is not in it does not exist here."""
    people = Person.objects.filter(pk__in=studio.mentees, code=mentee)
    others = Person.objects.filter(pk__in=studio.mentors, code=mentor)
    return get_object_or_404(people), get_object_or_404(others)
