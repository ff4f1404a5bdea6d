"""Reading what was brought along."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person

from .models import Archive, Keepsake, KeptFile
from .packing import facts_of
from .parts import PARTS, Part


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that was brought along, and how many rows it has."""

    part: Part
    rows: list[dict[str, Any]]  # Any: as it stood in the archive

    @property
    def facts(self) -> list[tuple[list[tuple[str, str]], str]]:
        """What is told of each row, titles and texts; and the place of its file."""
        told = [{name: value for name, value in row.items() if name != "file"} for row in self.rows]
        return [
            (facts_of(self.part, row), whole.get("file") or "")
            for row, whole in zip(told, self.rows, strict=True)
        ]


def newest(person: Person) -> Archive | None:
    """The person's archive, without its content."""
    return Archive.objects.visible_to(person).select_related("person").order_by("-pk").first()


def brought(person: Person) -> list[Kept]:
    """Everything that the person brought along; parts that no longer exist stay in the archive unseen."""
    found = Keepsake.objects.visible_to(person).select_related("person")
    return [Kept(PARTS[one.part], json.loads(one.rows)) for one in found if one.part in PARTS]


def with_files(
    facts: Iterable[tuple[list[tuple[str, str]], str]], person: Person
) -> list[tuple[list[tuple[str, str]], KeptFile | None]]:
    """The same with the files themselves, for one page."""
    shown = list(facts)
    if not any(place for _facts, place in shown):
        return [(told, None) for told, _place in shown]
    kept = {one.place: one for one in KeptFile.objects.visible_to(person)}
    return [(told, kept.get(place)) for told, place in shown]
