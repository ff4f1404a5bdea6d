"""The bank of questions: five areas, each question with what a listener listens for and a challenge to it."""

from __future__ import annotations

import json
import random
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

FILE = Path(__file__).parent / "data" / "questions.json"
AREAS: dict[str, StrOrPromise] = {
    "sense": _("Product sense"),
    "execution": _("Execution"),
    "strategy": _("Strategy"),
    "behavioural": _("Behaviour"),
    "technical": _("Technical"),
}
RUBRIC: tuple[tuple[StrOrPromise, StrOrPromise], ...] = (
    (_("Structure"), _("Says where the answer goes, and gets there")),
    (_("People"), _("Begins with somebody and their need, not with a solution")),
    (_("Judgement"), _("Chooses, and says what is given up")),
    (_("Evidence"), _("Numbers or a story, with their limits")),
    (_("Talking"), _("Brief, at ease, and heard the question")),
)
LOWEST, HIGHEST = 1, 4


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    key: str
    area: str
    question: str
    listens_for: str
    challenge: str

    @property
    def area_name(self) -> StrOrPromise:
        """The name of its area."""
        return AREAS[self.area]


@cache
def bank() -> dict[str, Question]:
    """Every question by its key, in the order of the file."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    return {one["key"]: Question(**one) for one in told["questions"]}


def in_areas(areas: Collection[str]) -> list[Question]:
    """The questions of these areas."""
    return [one for one in bank().values() if one.area in areas]


def draw(areas: Collection[str], count: int, chance: random.Random, asked: Collection[str] = ()) -> list[str]:
    """Draw the keys of ``count`` questions, from each area in turn; those asked before come last."""
    left = {area: _mixed(area, chance, asked) for area in AREAS if area in areas}
    drawn: list[str] = []
    while len(drawn) < count and any(left.values()):
        for keys in left.values():
            if keys and len(drawn) < count:
                drawn.append(keys.pop(0))
    return drawn


def _mixed(area: str, chance: random.Random, asked: Collection[str]) -> list[str]:
    keys = [one.key for one in in_areas([area])]
    chance.shuffle(keys)
    return sorted(keys, key=lambda key: key in asked)
