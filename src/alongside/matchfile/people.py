"""Rows of a spreadsheet as mentees and mentors: columns recognised by name, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pairing import InputError, Likeness, Mentee, Mentor, free_week

from .cells import band, days, goals, levels, looks, sliders, tags, whole, windows, yes
from .tables import Fault, Faulty, Row, Sheet

TAGS = ("transition", "industry", "stage", "product_type", "size")
NAMES: Mapping[str, tuple[str, ...]] = {
    "key": ("id", "email", "e mail", "mail", "name", "full name", "mentee", "mentor", "person"),
    "goals": ("goal skills", "wanted skills", "learn"),
    "skills": ("levels", "expertise", "skill levels"),
    "values": ("work values", "sliders"),
    "transition": ("transitions", "move", "career move"),
    "industry": ("industries", "sector"),
    "stage": ("stages", "company stage"),
    "product_type": ("product type", "product types", "product"),
    "size": ("sizes", "company size"),
    "availability": ("free time", "free", "times", "available"),
    "time_zone": ("time zone", "timezone", "zone", "tz"),
    "asynchronous": ("async", "in writing"),
    "languages": ("language",),
    "cadence": ("cadence days", "every days", "cadences"),
    "channels": ("channel",),
    "formats": ("format",),
    "reach": ("inside or outside", "look"),
    "organisations": ("organisation", "organization", "organizations", "company", "employer", "community"),
    "wishes": ("wish", "preferences", "help wanted"),
    "traits": ("trait", "offers", "help offered", "topics"),
    "ranking": ("ranked", "choices", "preferred"),
    "mentors": ("mentors wanted", "how many mentors"),
    "waiting": ("waiting days", "days waiting"),
    "seniority": ("grade", "career level", "seniority level"),
    "team": ("department", "unit"),
    "capacity": ("places", "max mentees", "how many mentees"),
    "taken": ("places taken", "current mentees"),
    "trained": ("training", "training done"),
    "replies": ("reply rate", "answers"),
    "blocked": ("never", "not with", "never again"),
    "managers": ("manager", "line manager", "reports to"),
    "complete": ("brief complete",),
    "text": ("goal", "goal text", "about", "bio", "experience", "in their words"),
}
"""Each field and the further names under which it is recognised."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of one sheet."""

    sheet: Sheet
    columns: Mapping[str, int]
    week: date
    faults: list[Fault] = field(default_factory=list)

    def text(self, row: Row, name: str) -> str:
        """One cell, empty when there is no such column."""
        place = self.columns.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    def words(self, row: Row, name: str) -> tuple[str, ...]:
        """A cell of several words: between semicolons, or commas when there is none."""
        cell = self.text(row, name)
        parts = cell.split(";") if ";" in cell else cell.split(",")
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def number(self, row: Row, name: str, default: int) -> int:
        """A whole number."""
        return int(self.tried(row, name, whole, default))

    def flag(self, row: Row, name: str, default: bool) -> bool:
        """Yes or no."""
        return bool(self.tried(row, name, yes, default))

    def tried(self, row: Row, name: str, read: Callable[[str], Any], default: Any) -> Any:
        """What ``read`` makes of a cell; a fault is noted and the default goes on, so that all faults come out."""
        cell = self.text(row, name)
        if not cell:
            return default
        try:
            return read(cell)
        except (ValueError, ZoneInfoNotFoundError) as error:
            self.faults.append(Fault(self.sheet.name, row.line, f"{self.heading(name)}: {error}"))
            return default

    def heading(self, name: str) -> str:
        """What the column is called in the file."""
        return self.sheet.header[self.columns[name]]

    def made(self, row: Row, make: Callable[..., Any], **given: object) -> Any:
        """A mentee or a mentor, or a fault that names the line."""
        try:
            return make(**given)
        except InputError as error:
            self.faults.append(Fault(self.sheet.name, row.line, str(error)))
            return None


def reader(sheet: Sheet, mapped: Mapping[str, str], week: date) -> Reader:
    """Recognise the columns; ``mapped`` is header → field and goes first."""
    places = {spelt(header): place for place, header in reversed(list(enumerate(sheet.header)))}
    columns = {
        name: places[spelt(alias)]
        for name, aliases in NAMES.items()
        for alias in reversed((name, name.replace("_", " "), *aliases))
        if spelt(alias) in places
    }
    columns.update(
        {name: places[spelt(header)] for header, name in mapped.items() if spelt(header) in places}
    )
    if "key" not in columns:
        raise Faulty([Fault(sheet.name, 1, "No column says who a person is. Call one id, email or name.")])
    return Reader(sheet, columns, week)


def spelt(header: str) -> str:
    """A header without case, underscores and signs."""
    return re.sub(r"[^a-z0-9]+", " ", header.lower()).strip()


def mentees(read: Reader, marks: Likeness | None = None) -> list[Mentee]:
    """Every mentee; all faults of the sheet at once. ``marks`` reads their free texts."""
    found = [read.made(row, Mentee, **_both(read, row), **_mentee(read, row)) for row in read.sheet.rows]
    return _with_marks(read, _checked(read, found), marks)


def mentors(read: Reader, marks: Likeness | None = None) -> list[Mentor]:
    """Every mentor; all faults of the sheet at once."""
    found = [read.made(row, Mentor, **_both(read, row), **_mentor(read, row)) for row in read.sheet.rows]
    return _with_marks(read, _checked(read, found), marks)


def _with_marks(read: Reader, found: list[Any], marks: Likeness | None) -> list[Any]:
    """The same people with the marks of what they wrote, when there is such a column and a model to read it."""
    if marks is None or "text" not in read.columns:
        return found
    texts = marks(read.text(row, "text") for row in read.sheet.rows)
    return [replace(one, text=text) for one, text in zip(found, texts, strict=True)]


def _both(read: Reader, row: Row) -> dict[str, Any]:
    zone = read.tried(row, "time_zone", ZoneInfo, ZoneInfo("UTC"))
    free = read.tried(row, "availability", windows, None)
    return {
        "key": read.text(row, "key"),
        "values": read.tried(row, "values", sliders, None),
        "free": None if free is None else free_week(free, zone, read.week),
        "asynchronous": read.flag(row, "asynchronous", False),
        "languages": tuple(word.lower() for word in read.words(row, "languages")),
        "channels": read.words(row, "channels"),
        "formats": read.words(row, "formats"),
        "organisations": read.words(row, "organisations"),
        "wishes": read.words(row, "wishes"),
        "traits": read.words(row, "traits"),
        "ranking": read.words(row, "ranking"),
        "seniority": read.tried(row, "seniority", whole, None),
        "blocked": frozenset(read.words(row, "blocked")),
        "managers": frozenset(read.words(row, "managers")),
    }


def _mentee(read: Reader, row: Row) -> dict[str, Any]:
    cadence = read.tried(row, "cadence", whole, None)
    return {
        "goals": read.tried(row, "goals", goals, ()),
        "wanted": tuple(tag for kind in TAGS for tag in read.tried(row, kind, tags(kind), ())),
        "cadence_days": cadence,
        "reach": read.tried(row, "reach", looks, "both"),
        "complete": read.flag(row, "complete", True),
        "mentors": read.number(row, "mentors", 1),
        "waiting": read.number(row, "waiting", 0),
        "team": read.text(row, "team") or None,
    }


def _mentor(read: Reader, row: Row) -> dict[str, Any]:
    return {
        "levels": read.tried(row, "skills", levels, {}),
        "tags": tuple(tag for kind in TAGS for tag in read.tried(row, kind, tags(kind), ())),
        "cadences": read.tried(row, "cadence", days, ()),
        "capacity": read.number(row, "capacity", 1),
        "taken": read.number(row, "taken", 0),
        "trained": read.flag(row, "trained", False),
        "replies": read.tried(row, "replies", band, None),
    }


def _checked(read: Reader, found: list[Any]) -> list[Any]:
    """Names that are missing or come twice are faults too."""
    seen: dict[str, int] = {}
    for row in read.sheet.rows:
        key = read.text(row, "key")
        if not key:
            read.faults.append(Fault(read.sheet.name, row.line, f"{read.heading('key')} is empty."))
        elif key in seen:
            read.faults.append(
                Fault(
                    read.sheet.name, row.line, f"{key} is on line {seen[key]} already. Keep one of the two."
                )
            )
        else:
            seen[key] = row.line
    if read.faults:
        raise Faulty(sorted(read.faults, key=lambda fault: fault.line))
    return found
