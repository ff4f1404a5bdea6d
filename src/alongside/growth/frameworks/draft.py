"""A framework as it was read from a file: its lines, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MOST_SKILLS, MOST_ROLES = 120, 12
COLUMNS = {"area_key": 4, "area": 120, "key": 8, "skill": 120}
"""The columns that every row fills in, with the most characters of each."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on which line."""

    line: int
    text: str


@dataclass(slots=True)
class Line:
    """One skill as it was read: nothing is checked yet."""

    number: int
    words: dict[str, str]
    descriptors: list[str]
    targets: dict[str, Any]  # Any: whatever stood there
    tools: list[str]
    maps_to: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A whole framework as it was read."""

    name: str = ""
    version: str = ""
    licence: str = ""
    attribution: str = ""
    levels: list[dict[str, Any]] = field(default_factory=list)  # Any: numbers and words
    roles: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def rows(self) -> list[dict[str, Any]]:
        """The skills as plain values, once there are no problems."""
        return [
            {
                "key": line.words["key"],
                "area_key": line.words["area_key"],
                "area": line.words["area"],
                "name": line.words["skill"],
                "descriptors": line.descriptors,
                "role_targets": {role: int(level) for role, level in line.targets.items()},
                "tools": line.tools,
                "maps_to": line.maps_to,
                "place": place,
            }
            for place, line in enumerate(self.by_area())
        ]

    def by_area(self) -> list[Line]:
        """The lines, with those of one area together, areas in the order in which they come first."""
        keys = list(dict.fromkeys(line.words["area_key"] for line in self.lines))
        return sorted(self.lines, key=lambda line: keys.index(line.words["area_key"]))
