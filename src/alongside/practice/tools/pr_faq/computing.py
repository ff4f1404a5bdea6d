"""How long a text is, and how hard to read."""

from __future__ import annotations

import re

PRAISE = re.compile(
    r"\b(best|revolutionary|amazing|seamless|world-class|leading|innovative|unique|exciting)\b", re.IGNORECASE
)


def words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"[\w’'-]+", text))


def sentence_length(text: str) -> float:
    """Words to a sentence; 0 without any. Below 20 reads easily, above 30 hardly at all."""
    sentences = [one for one in re.split(r"[.!?]+\s*", text) if words(one)]
    return words(text) / len(sentences) if sentences else 0.0
