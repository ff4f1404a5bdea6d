"""What happens when two people type into the same cell."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.practice.tools.tool import Cell

from .models import Worksheet


class Crossed(Exception):
    """Somebody else changed the same cells meanwhile: ``theirs`` is what stands in them now, by column."""

    def __init__(self, theirs: Mapping[str, Cell]) -> None:
        super().__init__("two people typed into the same cell")
        self.theirs = theirs


def seen_of(typed: Mapping[str, str], worksheet: Worksheet) -> int:
    """The version that a form was made from; without a true one, the present one."""
    said = str(typed.get("seen", ""))
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0
    return number if 0 < number <= worksheet.number else worksheet.number
