"""A roster: which column means what, and which rows cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.kit.text import one_line

COLUMNS: dict[str, str | Promise] = {
    "email": gettext_lazy("E-mail address"),
    "name": gettext_lazy("Name"),
    "team": gettext_lazy("Team"),
    "manager": gettext_lazy("Manager's e-mail address"),
}
KNOWN = {
    "email": {"email", "e-mail", "mail", "email address", "e-mail address", "work email", "e-mail-adresse"},
    "name": {"name", "full name", "employee", "employee name", "person", "display name"},
    "team": {"team", "department", "unit", "group", "squad", "org unit", "abteilung"},
    "manager": {"manager", "manager email", "manager e-mail", "line manager", "supervisor", "reports to"},
}
Problem = dict[str, Any]  # {"row": 12, "column": "email", "text": "…"}


def recognise(header: Sequence[str]) -> dict[str, int | None]:
    """Return for each of our columns the place in the header that seems to be it, or None."""
    words = [one_line(cell).casefold().replace("_", " ") for cell in header]
    return {
        ours: next((place for place, word in enumerate(words) if word in known), None)
        for ours, known in KNOWN.items()
    }


def check(
    rows: Sequence[Sequence[str]], mapping: Mapping[str, int | None]
) -> tuple[list[dict[str, str]], list[Problem]]:
    """Return the people of a roster, and what is wrong with which row (2 is the first below the header)."""
    people: list[dict[str, str]] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        person = {ours: _cell(row, mapping.get(ours)) for ours in COLUMNS}
        person["email"] = person["email"].lower()
        person["manager"] = person["manager"].lower()
        wrong = [*_wrong(person, number), *_twice(person, number, seen)]
        problems += wrong
        if not wrong:
            people.append(person)
            seen[person["email"]] = number
    return people, problems


def _cell(row: Sequence[str], place: int | None) -> str:
    return one_line(row[place])[:200] if place is not None and place < len(row) else ""


def _wrong(person: Mapping[str, str], number: int) -> list[Problem]:
    wrong = []
    for column in ("email", "manager"):
        value = person[column]
        if column == "email" and not value:
            wrong.append(_problem(number, column, _("Enter an e-mail address")))
        elif value and not _is_address(value):
            wrong.append(
                _problem(number, column, _("“%(value)s” is not an e-mail address") % {"value": value})
            )
    if person["manager"] and person["manager"] == person["email"]:
        wrong.append(_problem(number, "manager", _("Nobody is their own manager")))
    return wrong


def _twice(person: Mapping[str, str], number: int, seen: Mapping[str, int]) -> list[Problem]:
    first = seen.get(person["email"])
    if first is None:
        return []
    return [_problem(number, "email", _("This address is in row %(row)d already") % {"row": first})]


def _problem(number: int, column: str, text: str) -> Problem:
    return {"row": number, "column": column, "text": text}


def _is_address(value: str) -> bool:
    try:
        validate_email(value)
    except ValidationError:
        return False
    return True
