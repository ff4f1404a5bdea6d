"""What the pages of programmes show."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator

from alongside.accounts.persons.models import Person

from . import rules
from .models import Programme

A_PAGE = 50
INITIAL = ("name", "about", "starts_on", "ends_on", "open_to", "most_mentees", "months")


def one(programme: Programme, reader: Person, number: str) -> dict[str, Any]:  # Any: a template's context
    """A programme: to who takes part their own part in it, to who runs it everybody's."""
    runs = rules.runs(reader, programme)
    parts = programme.participations.filter(left_at=None)
    mine = {part.side: part for part in parts.filter(person=reader)}
    context = {"programme": programme, "runs": runs, "mine": mine}
    if not runs:
        return context
    everybody = programme.participations.current()
    return context | {
        "people": Paginator(everybody.people(), A_PAGE).get_page(number),
        "mentees": everybody.filter(side="mentee").count(),
        "mentors": everybody.filter(side="mentor").count(),
        "expected": programme.listed.count(),
    }


def initial_of(programme: Programme) -> dict[str, Any]:  # Any: one value for each field
    """What the form begins with."""
    said = {name: getattr(programme, name) for name in INITIAL}
    return said | {"groups": "\n".join(programme.groups)}
