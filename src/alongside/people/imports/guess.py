"""What a title says about the kind of work and its level; a guess that the person can correct."""

from __future__ import annotations

import re

from alongside.people.careers.words import Function, Level

FUNCTIONS = [
    (Function.FOUNDING, r"founder|founding|entrepreneur"),
    (Function.PRODUCT, r"product (manager|owner|lead|management|director)|of product|product$|\b(pm|apm|cpo)\b"),
    (Function.ENGINEERING, r"engineer|developer|programmer|architect|\bcto\b|software"),
    (Function.DESIGN, r"design|\bux\b|user research"),
    (Function.DATA, r"data|analyst|analytics|scientist"),
    (Function.MARKETING, r"marketing|growth|brand|content"),
    (Function.SALES, r"sales|account|customer success|business development"),
    (Function.CONSULTING, r"consult|advis"),
    (Function.OPERATIONS, r"operations|project|programme|program|delivery|scrum"),
]  # fmt: skip
LEVELS = [
    (Level.CHIEF, r"chief|\bc[pt]o\b"),
    (Level.VICE_PRESIDENT, r"\bvp\b|vice president"),
    (Level.DIRECTOR, r"director|head of"),
    (Level.PRINCIPAL, r"principal|group|staff|lead\b"),
    (Level.SENIOR, r"senior|\bsr\b"),
    (Level.ASSOCIATE, r"associate|junior|intern|trainee|\bapm\b"),
]


def function_of(title: str) -> str:
    """Return the kind of work that a title names."""
    return next((kind for kind, words in FUNCTIONS if re.search(words, title.lower())), Function.OTHER)


def level_of(title: str) -> int | None:
    """Return the level that a title names; a plain product manager is one, anybody else is unknown."""
    found = next((level for level, words in LEVELS if re.search(words, title.lower())), None)
    if found is None and function_of(title) == Function.PRODUCT:
        return Level.MANAGER
    return found


def manages(title: str) -> bool:
    """Whether a title usually leads people."""
    return bool(re.search(r"head of|director|\bvp\b|vice president|chief|manager of", title.lower()))
