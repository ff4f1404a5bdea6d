"""Synthetic mentees and mentors from a seed, as columns: not evidence about people."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pairing.columns import (
    MenteeColumns,
    MentorColumns,
    Words,
    ahead_bits,
    wanted_bits,
)
from pairing.vocabulary import Vocabulary, mentor_mask
from pairing.week import WORDS, as_words, mentee_bits, mentor_bits

SKILLS, TAGS, LANGUAGES, CHANNELS = 24, 40, ("en", "de", "fr", "es"), ("video", "chat", "mail")
CADENCES = (frozenset({7}), frozenset({14}), frozenset({14, 28}))


def words() -> Words:
    """The vocabularies of every market."""
    return Words(
        skills=Vocabulary(range(SKILLS)), tags=Vocabulary(("tag", str(n)) for n in range(TAGS)),
        languages=Vocabulary(LANGUAGES), channels=Vocabulary(CHANNELS), formats=Vocabulary(("long", "flash")),
        traits=Vocabulary("abcdef"), wishes=Vocabulary("uvwxyz"), organisations=Vocabulary(("acme", "guild")),
        cadences=CADENCES,
    )  # fmt: skip


def weeks(rng: np.random.Generator, size: int, mentor: bool) -> NDArray[np.uint64]:
    """Two or three blocks of two hours on working days, in one of 24 shifted zones, from 4,096 patterns."""
    patterns = []
    for _ in range(4096):
        bits, shift = 0, int(rng.integers(0, 48))
        for _ in range(int(rng.integers(2, 5))):
            start = int(rng.integers(0, 5)) * 48 + int(rng.integers(16, 38))
            for slot in range(start, start + 4):
                bits |= 1 << ((slot + shift) % 336)
        patterns.append((mentor_bits if mentor else mentee_bits)(bits, asynchronous=False))
    return as_words(patterns, WORDS)[rng.integers(0, 4096, size)]


def spoken(rng: np.random.Generator, size: int) -> NDArray[np.uint64]:
    """English for most, and others."""
    masks = mentor_mask(words().languages, [("en",), ("en", "de"), ("en", "fr"), ("de",), ("es", "en")])
    return masks[rng.choice(5, size, p=[0.6, 0.12, 0.1, 0.08, 0.1])]


def mentors(rng: np.random.Generator, size: int, places: int, popular: float) -> MentorColumns:
    """Levels in about eight skills; ``popular`` makes some better than others at everything."""
    talent = rng.normal(0, 1, size)[:, None] * popular
    raw = np.clip(np.rint(3 + talent + rng.normal(0, 1, (size, SKILLS))), 1, 5)
    levels = np.where(rng.random((size, SKILLS)) < np.clip(0.33 + 0.1 * talent, 0.1, 0.9), raw, 0).astype(
        np.int8
    )
    tags = rng.random((size, TAGS)) < np.clip(0.15 + 0.05 * talent, 0.03, 0.6)
    capacity = np.ones(size, dtype=np.int64)
    np.add.at(capacity, rng.integers(0, size, max(0, places - size)), 1)
    masks = spoken(rng, size)
    return MentorColumns(
        words=words(), keys=tuple(range(size)), row={n: n for n in range(size)}, levels=levels,
        values=rng.integers(0, 5, (size, 8)).astype(np.int8), tags=tags, cadence_set=rng.integers(0, 3, size),
        channels=rng.random((size, 3)) < 0.6, traits=rng.random((size, 6)) < 0.4,
        wishes=rng.random((size, 6)) < 0.15, trained=rng.random(size) < 0.5,
        replies=rng.integers(0, 4, size).astype(np.int8), week=weeks(rng, size, mentor=True), languages=masks,
        formats=mentor_mask(words().formats, [("long",)])[np.zeros(size, dtype=int)],
        ahead=ahead_bits(levels, tags), organisations=np.ones((size, 1), dtype=np.uint64),
        open=np.ones(size, dtype=bool), places=capacity, blocked_by={}, reports_to={}, rankings=((),) * size,
        seniority=np.full(size, np.nan),
    )  # fmt: skip


def mentees(rng: np.random.Generator, size: int) -> MenteeColumns:
    """Three goal skills, three wanted tags, values, a week."""
    skill = np.argsort(rng.random((size, SKILLS)), axis=1)[:, :3]
    own = rng.integers(1, 4, (size, 3))
    wanted = np.argsort(rng.random((size, TAGS)), axis=1)[:, :3]
    masks = spoken(rng, size)
    return MenteeColumns(
        keys=tuple(range(10**9, 10**9 + size)), row={10**9 + n: n for n in range(size)}, goal_skill=skill,
        goal_own=own, goal_priority=np.tile([3, 2, 1], (size, 1)), values=rng.integers(0, 5, (size, 8)).astype(np.int8),
        wanted=wanted, wishes=rng.integers(0, 6, (size, 1)), channels=rng.integers(0, 3, (size, 1)),
        traits=rng.random((size, 6)) < 0.4, cadence=rng.choice([7, 14, 28], size), complete=rng.random(size) < 0.8,
        open=np.ones(size, dtype=bool), week=weeks(rng, size, mentor=False), languages=masks,
        formats=mentor_mask(words().formats, [("long",)])[np.zeros(size, dtype=int)],
        ahead=wanted_bits(skill, own, wanted, SKILLS, TAGS), organisations=np.ones((size, 1), dtype=np.uint64),
        reach=np.zeros(size, dtype=np.int8), blocked=(frozenset(),) * size, managers=(frozenset(),) * size,
        rankings=((),) * size, seniority=np.full(size, np.nan), demand=np.ones(size, dtype=np.int64),
        waiting=np.zeros(size), teams=(None,) * size,
    )  # fmt: skip
