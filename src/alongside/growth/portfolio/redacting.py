"""What stands in [[double brackets]] is for the author alone: others see that something is hidden, not how much."""

from __future__ import annotations

import re

MARK = re.compile(r"\[\[.*?\]\]", re.DOTALL)
BLOCK = "█████"
"""Always of one length: it tells nothing of what it hides."""


def redacted(text: str) -> str:
    """The text as others read it. A bracket that was opened and never closed hides the rest."""
    return re.sub(r"\[\[.*", BLOCK, MARK.sub(BLOCK, text), flags=re.DOTALL)


def hides_something(text: str) -> bool:
    """Whether anything in it is marked."""
    return "[[" in text
