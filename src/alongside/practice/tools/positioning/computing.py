"""How long a statement takes to say, and the words in it that anybody could use of themself."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 140
"""How fast people speak who want to be understood."""
HOLLOW = re.compile(
    r"\b(passionate|driven|results[- ]oriented|seasoned|visionary|dynamic|strategic thinker|team player|"
    r"data[- ]driven|customer[- ]obsessed|hands[- ]on|proven track record|hard[- ]working|self[- ]starter)\b",
    re.IGNORECASE,
)


def seconds(text: str) -> float:
    """Words ÷ 140 × 60: how many seconds it takes to say."""
    return len(text.split()) / WORDS_A_MINUTE * 60


def hollow(text: str) -> list[str]:
    """The words that say nothing, because nobody says the opposite of themself."""
    return sorted({found.group().lower() for found in HOLLOW.finditer(text)})
