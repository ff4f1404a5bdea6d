"""Who asks, and for what: briefs with three goals and five wanted marks, filters as people set them."""

from __future__ import annotations

import random
from zoneinfo import ZoneInfo

from django.http import QueryDict

from alongside.matching.problem import Mentee
from alongside.matching.search.params import Asked, read
from alongside.matching.seekers import Seeker
from pairing import GoalSkill, Tag

from .crowd import COMPANIES, KINDS, SKILLS, TAGS


def question(number: int) -> tuple[Asked, Seeker, Mentee]:
    """One search: an industry or a stage, somebody with a free place, in languages that the mentee speaks."""
    dice = random.Random(number)  # noqa: S311 - the same questions each time
    week = sum(15 << (dice.randrange(5) * 48 + dice.randrange(16, 36)) for _ in range(4)) & (2**336 - 1)
    mentee = Mentee(
        key=-1,
        goals=tuple(
            GoalSkill(skill=skill, own=dice.randint(1, 3), priority=dice.randint(1, 3))
            for skill in dice.sample(range(1, SKILLS + 1), 3)
        ),
        values=tuple(dice.randint(-2, 2) for _ in range(8)),
        wanted=tuple(Tag(KINDS[n % len(KINDS)], str(n)) for n in dice.sample(range(TAGS), 4)),
        free=week, languages=tuple(dice.sample(["en", "de", "fr", "es", "it"], 2)), channels=("video", "mail"),
        cadence_days=14, wishes=("ask", "review"), text=dice.getrandbits(64),
    )  # fmt: skip
    kind = dice.randrange(2)
    marks = "&".join(f"{KINDS[kind]}={number}" for number in dice.sample(range(kind, TAGS, len(KINDS)), 2))
    nobody: frozenset[int] = frozenset()
    home = (dice.randint(1, COMPANIES),)
    seeker = Seeker(-1, ZoneInfo("UTC"), {}, {}, (), home, (), nobody, nobody, nobody, nobody)
    return read(QueryDict(f"{marks}&open=on")), seeker, mentee
