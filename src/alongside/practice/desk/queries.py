"""Reading what the pages of worksheets show around the sheet itself."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others
from alongside.practice.scoring.queries import latest
from alongside.practice.scoring.rules import can_score_apart
from alongside.practice.tools.registry import tool_of
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import tool_for


def listed(person: Person) -> dict[str, Any]:
    """All worksheets that a person sees, their own and those shared with them."""
    rows = list(Worksheet.objects.visible_to(person).for_list())
    told = [{"worksheet": row, "tool": tool_of(row.tool)} for row in rows]
    return {
        "own": [one for one in told if one["worksheet"].owner_id == person.pk],  # type: ignore[union-attr]  # a worksheet
        "shared": [one for one in told if one["worksheet"].owner_id != person.pk],  # type: ignore[union-attr]  # a worksheet
    }


def around(worksheet: Worksheet, reader: Person) -> dict[str, Any]:
    """With whom it is shared, and with whom it could be."""
    shared = worksheet.mentorship
    mine = worksheet.owner_id == reader.pk
    return {
        "shared_with": names(others(shared, worksheet.owner)) if shared else "",
        "pairs": pairs_of(reader) if mine and not shared else [],
        "may_score": can_score_apart(reader, worksheet) and bool(tool_for(worksheet).judged),
        "scoring": latest(worksheet) if shared else None,
        "comments": worksheet.comments.open().count(),
    }


def pairs_of(person: Person) -> list[tuple[str, str]]:
    """The mentorships that a person is in and that run, by code, with the names of the others."""
    running = Mentorship.objects.visible_to(person).running().with_people()
    return [(one.code, names(others(one, person))) for one in running]
