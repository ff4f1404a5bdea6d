"""Whether a decision has one who is accountable and somebody who does it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable


def people(text: str) -> list[str]:
    """The names in a cell, separated by commas, semicolons or lines."""
    return [name.strip() for name in re.split(r"[,;\n]", text) if name.strip()]


def load(accountable: Iterable[list[str]]) -> dict[str, float]:
    """For each person the share of decisions for which they alone are accountable, from 0 to 1."""
    given = list(accountable)
    counted = Counter(names[0] for names in given if len(names) == 1)
    return {name: count / len(given) for name, count in counted.items()}
