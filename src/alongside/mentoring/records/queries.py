"""Gathering everything of one mentorship as one person may read it."""

from __future__ import annotations

from alongside.accounts.persons.models import Person
from alongside.growth.archive.files import Files
from alongside.growth.archive.packing import Told, told_of
from alongside.growth.archive.parts import PARTS, Part, rows_of
from alongside.mentoring.help.models import Concern
from alongside.mentoring.mentorships.models import Mentorship

IN = "participants__person"
NOT_HERE = {Concern}
"""Told a person outside of it: no part of what the pair made."""


def way_to_mentorship(part: Part) -> str:
    """The way from a row to its mentorship, or nothing when it has none."""
    if part.model in NOT_HERE:
        return ""
    if part.model is Mentorship:
        return "pk"
    ways = [way.removesuffix(f"__{IN}") for way in part.mine if way.endswith(f"mentorship__{IN}")]
    ways += [way for way in part.along if way.endswith("mentorship")]
    if "mentorship" in {field.name for field in part.model._meta.concrete_fields}:
        ways.append("mentorship")
    return ways[0] if ways else ""


def gathered(
    mentorship: Mentorship, person: Person, files: Files | None = None
) -> list[tuple[Part, list[Told]]]:
    """The parts that have rows of this mentorship, with what this person sees of them anyway."""
    found = [
        (part, told_of(part, rows_of(part, person).filter(**{way: mentorship.pk}), person, files))
        for part in PARTS.values()
        if (way := way_to_mentorship(part))
    ]
    return [(part, rows) for part, rows in found if rows]
