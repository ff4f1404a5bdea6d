"""Texts in the cells of a CSV file: no spreadsheet takes one for a formula, and it can be read back as it was."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text behind a quote where a spreadsheet would take it for a formula."""
    return f"'{text}" if _is_risky(text) else text


def as_typed(text: str) -> str:
    """The text as it was before ``harmless``."""
    return text[1:] if text.startswith("'") and _is_risky(text) else text


def _is_risky(text: str) -> bool:
    """Whether it starts a formula; one behind quotes counts, so that a quote of its own comes back too."""
    return text.lstrip("'").startswith(FORMULA_STARTS)
