"""What differs between two versions, and how two edits of the same version come together."""

from __future__ import annotations

from dataclasses import dataclass

from .terms import FIELDS, Field, Said


@dataclass(frozen=True, slots=True)
class Difference:
    """One term before and after."""

    field: Field
    before: str
    after: str


def between(old: Said, new: Said) -> list[Difference]:
    """The terms that are not the same, in the order of the page."""
    return [
        Difference(field, field.shown(old.get(name)), field.shown(new.get(name)))
        for name, field in FIELDS.items()
        if not same(old.get(name), new.get(name))
    ]


def merge(base: Said, mine: Said, theirs: Said) -> Said:
    """Mine where I changed it, theirs everywhere else: what only one of us touched needs no decision."""
    return {
        name: theirs.get(name) if same(base.get(name), mine.get(name)) else mine.get(name) for name in FIELDS
    }


def crossed(base: Said, mine: Said, theirs: Said) -> list[str]:
    """The names of the terms that both changed, each in another way."""
    return [
        name
        for name in FIELDS
        if not same(base.get(name), mine.get(name))
        and not same(base.get(name), theirs.get(name))
        and not same(mine.get(name), theirs.get(name))
    ]


def same(one: object, other: object) -> bool:
    """Whether two values of a term say the same; what is empty in any way is empty."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    return (one or None) == (other or None)
