"""The eight lessons that ship with the product."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "lessons.json"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the mentor in the case could do, and what would come of it."""

    text: str
    reply: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A case, a question with three choices, the one that we would make, what it teaches, a question to oneself."""

    key: str
    title: str
    case: str
    question: str
    choices: tuple[Choice, ...]
    ours: int
    lesson: str
    reflect: str


@cache
def lessons() -> dict[str, Lesson]:
    """Every lesson by its key, in the order of the course."""
    told = json.loads(FILE.read_text(encoding="utf-8"))["lessons"]
    made = [Lesson(**{**one, "choices": tuple(Choice(**each) for each in one["choices"])}) for one in told]
    return {one.key: one for one in made}
