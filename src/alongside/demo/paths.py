"""Ways that a career can take: the positions of a life, from the first to the present one."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from .content.companies import COMPANIES, NORTHWIND, Company
from .content.people import Life

FIRST_TITLES = {
    "engineer": ("Software engineer", "engineering"),
    "designer": ("Product designer", "design"),
    "analyst": ("Data analyst", "data"),
    "consultant": ("Consultant", "consulting"),
    "marketer": ("Marketing manager", "marketing"),
    "operations": ("Project manager", "operations"),
    "sales": ("Account manager", "sales"),
    "founder": ("Founder", "founding"),
}
TITLES = {
    1: "Associate product manager",
    2: "Product manager",
    3: "Senior product manager",
    4: "Group product manager",
    5: "Director of product",
    6: "VP Product",
    7: "Chief product officer",
}
LEADS_FROM = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One position of a life."""

    title: str
    company: Company
    function: str
    level: int | None
    manages: bool
    started: dt.date
    ended: dt.date | None


def steps_of(life: Life, chance: random.Random, this_year: int) -> list[Step]:
    """Return the positions of a life, the oldest first; the newest goes on."""
    levels = _levels(life.level)
    years = [chance.randint(2, 4) for _ in levels]
    start = this_year - sum(years) - chance.randint(2, 5)
    title, function = FIRST_TITLES[life.path]
    first = _company(life, chance, last=False)
    begun = dt.date(start, chance.randint(1, 12), 1)
    steps = [Step(title, first, function, None, False, begun, dt.date(this_year - sum(years), 1, 1))]
    at = this_year - sum(years)
    for place, (level, length) in enumerate(zip(levels, years, strict=True)):
        is_last = place == len(levels) - 1
        company = _company(life, chance, last=is_last)
        ended = None if is_last else dt.date(at + length, 1, 1)
        steps.append(
            Step(TITLES[level], company, "product", level, level >= LEADS_FROM, dt.date(at, 2, 1), ended)
        )
        at += length
    return steps


def _levels(level: int) -> list[int]:
    """The rungs that were climbed, at most the last four."""
    return list(range(max(1, level - 2), level + 1)) if level > 1 else [1]


def _company(life: Life, chance: random.Random, *, last: bool) -> Company:
    if last and life.home in {"northwind", "both"}:
        return NORTHWIND
    near = [company for company in COMPANIES if company.industry == life.industry]
    return chance.choice(near if near and chance.random() < 0.7 else COMPANIES)
