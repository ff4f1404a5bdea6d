"""How long a story is when told, and which skills have stories enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

WORDS_A_MINUTE = 130


def minutes(words: int) -> float:
    """How long so many words take when they are told: 130 a minute."""
    return words / WORDS_A_MINUTE


def coverage(stories: Iterable[Iterable[str]], targets: Iterable[str]) -> float:
    """The share of target skills with at least two stories, from 0 to 1; 0 without targets."""
    counted = Counter(skill for story in stories for skill in set(story))
    wanted = set(targets)
    return sum(counted[skill] >= 2 for skill in wanted) / len(wanted) if wanted else 0.0


def listed(text: str) -> list[str]:
    """Skills written with commas between them."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
