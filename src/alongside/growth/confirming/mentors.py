"""Who works with whom is known in mentoring, an area above: ``config/evidencing.py`` says how to ask."""

from __future__ import annotations

from collections.abc import Callable

from alongside.accounts.persons.models import Person

People = Callable[[Person], list[Person]]
MENTORS: list[People] = []
MENTEES: list[People] = []


def mentors_of(person: Person) -> list[Person]:
    """The mentors with whom a person works now, each once."""
    return _each_once(MENTORS, person)


def mentees_of(person: Person) -> list[Person]:
    """Those whom a person mentors now, each once."""
    return _each_once(MENTEES, person)


def _each_once(ways: list[People], person: Person) -> list[Person]:
    return list(dict.fromkeys(one for way in ways for one in way(person)))
