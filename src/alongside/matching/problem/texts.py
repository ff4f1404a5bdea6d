"""Texts as marks that can be compared, as the database keeps whole numbers."""

from __future__ import annotations

from collections.abc import Iterable

from pairing import packaged

ALL, HIGH = 1 << 64, 1 << 63


def marks_of(texts: Iterable[str]) -> list[int | None] | None:
    """Return the marks of each text, None for one that says nothing; None without the packaged model."""
    model = packaged()
    if model is None:
        return None
    return [None if marks is None else _signed(marks) for marks in model(texts)]


def as_told(kept: int | None) -> int | None:
    """Return kept marks as the engine reads them."""
    return None if kept is None else kept % ALL


def _signed(marks: int) -> int:
    return marks - ALL if marks >= HIGH else marks
