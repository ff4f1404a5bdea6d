"""People from columnar tables: Arrow, Polars and whatever else gives its rows or speaks Arrow's interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

import numpy as np

from .errors import InputError
from .problem import GoalSkill, Mentee, Mentor, Tag

Person = TypeVar("Person", Mentee, Mentor)
READ: Mapping[str, Callable[[Any], Any]] = {
    "goals": lambda given: tuple(GoalSkill(**_said(goal)) for goal in given),
    "wanted": lambda given: tuple(Tag(**_said(tag)) for tag in given),
    "tags": lambda given: tuple(Tag(**_said(tag)) for tag in given),
    "levels": lambda given: dict(_couple(level) for level in given),
    "free": lambda given: np.array(given, dtype=bool),
    "blocked": frozenset,
    "managers": frozenset,
}
"""How cells become what a person has; any other list becomes a tuple."""


def mentees_of(table: object) -> tuple[Mentee, ...]:
    """Mentees, one a row; columns are called as the fields of ``Mentee``, and what is null was not said.

    ``table``: a ``pyarrow.Table``, a Polars data frame, or anything with Arrow's stream interface
    (``__arrow_c_stream__``; then pyarrow has to be installed). ``goals`` are lists of structs of skill, own, target
    and priority, ``wanted`` of kind and value, ``free`` a list of 336 half-hours. Raises ``InputError`` for a column
    that is no field, a row without a key, and whatever ``Mentee`` refuses, with the row's number.
    """
    return _people(table, Mentee)


def mentors_of(table: object) -> tuple[Mentor, ...]:
    """The same for mentors; ``levels`` are a map, or a list of structs, of skill and level."""
    return _people(table, Mentor)


def _people(table: object, kind: type[Person]) -> tuple[Person, ...]:
    known = {field.name for field in fields(kind)}
    needed = {
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    }
    found = []
    for number, row in enumerate(_rows(table)):
        if strange := sorted(set(row) - known):
            raise InputError(
                "column", f"A {kind.__name__.lower()} has no {', '.join(strange)}.", columns=strange
            )
        said = _said(row)
        if missing := needed - set(said):
            raise InputError("column", f"Row {number} has no {', '.join(missing)}.", row=number)
        try:
            found.append(kind(**{name: _read(name, cell) for name, cell in said.items()}))
        except (InputError, TypeError, ValueError) as wrong:
            raise InputError(getattr(wrong, "code", "row"), f"Row {number}: {wrong}", row=number) from wrong
    return tuple(found)


def _rows(table: Any) -> Iterable[Mapping[str, Any]]:
    for way in ("to_pylist", "to_dicts"):
        if hasattr(table, way):
            return getattr(table, way)()  # type: ignore[no-any-return]  # rows, by their makers' word
    if hasattr(table, "__arrow_c_stream__") and find_spec("pyarrow"):
        return import_module("pyarrow").table(table).to_pylist()  # type: ignore[no-any-return]  # the same
    raise InputError(
        "table", "Rows are read from Arrow tables and Polars data frames; other tables need pyarrow."
    )


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is not null."""
    return {name: cell for name, cell in row.items() if cell is not None}


def _read(name: str, cell: Any) -> Any:
    if name in READ:
        return READ[name](cell.items() if isinstance(cell, Mapping) else cell)
    return tuple(cell) if isinstance(cell, list) else cell


def _couple(level: Any) -> tuple[Any, int]:
    """A skill and its level, from a struct or an entry of a map."""
    return (level["skill"], level["level"]) if isinstance(level, Mapping) else tuple(level)
