"""A million mentors from a seed, straight into columns: not evidence about people."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from alongside.matching.problem.crowds import Crowd, bitmaps, words_of
from alongside.matching.search.wide.segment import Segment
from alongside.people.profiles.models import Findable

SKILLS, TAGS, COMPANIES = 30, 60, 2000
KINDS = ("industry", "stage", "product_type", "transition")
SLIDERS, PLACES, SLOTS = 8, 6, 336


def segment(size: int, seed: int) -> Segment:
    """Six levels in thirty skills, marks, a week, languages, places; every second may be found by everyone."""
    rng = np.random.default_rng(seed)

    def some(rows: int, share: float) -> NDArray[np.uint64]:
        return np.array([bitmaps.of_flags(rng.random(size) < share) for _ in range(rows)])

    levels = np.array(
        [np.where(rng.random(size) < 0.25, rng.integers(1, 6, size), 0) for _ in range(SKILLS)], np.uint8
    )
    values = rng.integers(0, 5, (SLIDERS, size)).astype(np.uint8)
    strong = np.array([bitmaps.of_flags(row >= level) for row in levels for level in range(1, 6)])
    capacity = rng.integers(0, 4, size)
    arrays = {
        "levels": grouped(levels), "values": grouped(values), "strong": strong, "tags": some(TAGS, 0.07),
        "cadence": rng.integers(0, 3, (1, size)).astype(np.uint8), "traits": some(6, 0.4),
        "ready": rng.integers(0, 8, (1, size)).astype(np.uint8), "slots": _weeks(rng, size),
        "languages": np.vstack([some(1, 0.02), some(1, 0.85), some(4, 0.15)]),
        "channels": np.vstack([some(1, 0.02), some(6, 0.4)]), "formats": np.vstack([some(1, 1.0), some(2, 0.0)]),
        "flags": np.vstack([some(2, 0.1), some(1, 1.0), bitmaps.of_flags(capacity > 0)[None], some(1, 0.9)]),
        "text": rng.integers(0, 2**64, (1, size), dtype=np.uint64),
    }  # fmt: skip
    homes = rng.integers(1, COMPANIES + 1, size)
    order = np.argsort(homes, kind="stable")
    own = {
        "ids": np.arange(1, size + 1), "places": capacity.astype(np.int16), "vouched": some(1, 0.2)[0],
        "joined": rng.integers(1_600_000_000, 1_780_000_000, size), "open_to": some(len(Findable.values), 0.5),
        "called": rng.integers(0, 2**62, (2, size)).astype(np.uint64), "home": homes[order],
        "home_row": order.astype(np.int32), "manager": np.empty(0, np.int64), "manager_row": np.empty(0, np.int32),
    }  # fmt: skip
    return Segment(Crowd(size, words_of(told()), arrays), own)


def told() -> dict[str, list[object]]:
    """The words of this crowd."""
    return {
        "skills": list(range(1, SKILLS + 1)), "tags": [(KINDS[n % len(KINDS)], str(n)) for n in range(TAGS)],
        "languages": ["en", "de", "fr", "es", "it"],
        "channels": ["video", "phone", "chat", "mail", "in_person", "docs"],
        "formats": ["long", "flash"], "traits": ["listen", "ask", "advise", "rehearse", "review", "connect"],
        "cadences": [frozenset({7}), frozenset({14}), frozenset({14, 28})],
    }  # fmt: skip


def grouped(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Three codes of six a byte."""
    padded = np.zeros((-(-len(codes) // 3) * 3, codes.shape[1]), np.uint8)
    padded[: len(codes)] = codes
    coded: NDArray[np.uint8] = padded[0::3] + padded[1::3] * np.uint8(6) + padded[2::3] * np.uint8(36)
    return coded


def _weeks(rng: np.random.Generator, size: int) -> NDArray[np.uint64]:
    """Three blocks of two hours on working days."""
    flags = np.zeros((SLOTS, size), dtype=bool)
    for _ in range(3):
        start = rng.integers(0, 5, size) * 48 + rng.integers(16, 36, size)
        for step in range(4):
            flags[start + step, np.arange(size)] = True
    return bitmaps.of_flags(flags)
