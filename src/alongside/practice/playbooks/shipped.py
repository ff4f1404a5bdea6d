"""The playbooks that ship with the product: one for each skill of the framework."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "playbooks.json"


@dataclass(frozen=True, slots=True)
class Guide:
    """When to use it, ten minutes of exercise, a tool where one fits, two questions for the next meeting."""

    key: str
    skill: str
    title: str
    when: str
    exercise: str
    tool: str
    questions: tuple[str, ...]

    @property
    def code(self) -> str:
        """What stands in its address."""
        return self.key


@cache
def guides() -> dict[str, Guide]:
    """Every guide by its key, in the order of the framework."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    return {one["key"]: Guide(**{**one, "questions": tuple(one["questions"])}) for one in told["playbooks"]}
