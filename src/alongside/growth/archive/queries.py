"""Reading what was brought along."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person

from .models import Archive, Keepsake
from .packing import facts_of
from .parts import PARTS, Part


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that was brought along, and how many rows it has."""

    part: Part
    rows: list[dict[str, Any]]  # Any: as it stood in the archive

    @property
    def facts(self) -> list[list[tuple[str, str]]]:
        """What is told of each row: titles and texts."""
        return [facts_of(self.part, row) for row in self.rows]


def newest(person: Person) -> Archive | None:
    """The person's archive, without its content."""
    return Archive.objects.visible_to(person).select_related("person").order_by("-pk").first()


def brought(person: Person) -> list[Kept]:
    """Everything that the person brought along; parts that no longer exist stay in the archive unseen."""
    found = Keepsake.objects.visible_to(person).select_related("person")
    return [Kept(PARTS[one.part], json.loads(one.rows)) for one in found if one.part in PARTS]
