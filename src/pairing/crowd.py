"""A crowd of mentors in small codes and bitmaps, some 150 bytes each, made part by part and kept on a disk.

``Gathering`` takes mentors in blocks and never needs them all at once; ``Crowd`` is what is then searched
(``search.py``). Wishes, rankings and texts of mentors are not kept: a search asks what one mentee wants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .bitmaps import WORD, of_flags
from .columns import REPLIES, Words, slider_codes
from .errors import InputError
from .problem import LEVELS, Mentor
from .vocabulary import Vocabulary
from .week import SLOTS, as_bits

Arrays = dict[str, NDArray[Any]]  # codes and bitmaps
STEPS = LEVELS + 1
SKILLS = 3
"""Skills in one byte: 6 × 6 × 6 levels."""
VALUES = 3
"""Sliders in one byte: six places each."""
ASYNCHRONOUS, NO_WEEK, OPEN, ROOM = range(4)
"""The rows of ``flags``."""
KINDS = ("skills", "tags", "languages", "channels", "formats", "traits", "cadences")
SILENT = 0
"""The first row of languages, formats and channels: whoever said nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Mentors, one place each, in ``arrays`` that may lie on a disk.

    Codes (groups, n): ``levels`` three skills a byte, ``values`` three sliders a byte, ``cadence``, ``ready``.
    Bitmaps (rows, words): ``strong`` "skill s at level L or above", ``tags``, ``languages``, ``channels``,
    ``formats``, ``traits``, ``slots`` (half-hours of the week), ``flags``.
    """

    size: int
    words: Words
    arrays: Mapping[str, NDArray[Any]]  # codes and bitmaps

    def __len__(self) -> int:
        return self.size


@dataclass(slots=True, eq=False)
class Gathering:
    """Blocks of mentors on their way into a crowd; every block but the last has a multiple of 64 mentors."""

    numbers: dict[str, dict[Hashable, int]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    size: int = 0
    blocks: dict[str, list[NDArray[Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, mentors: Sequence[Mentor]) -> None:
        """Take in a block."""
        if self.size % WORD:
            raise InputError("block", f"Only the last block may have an odd number of mentors ({self.size}).")
        if any(mentor.wishes or mentor.ranking or mentor.text is not None for mentor in mentors):
            raise InputError("crowd", "A crowd keeps neither wishes nor rankings nor texts of mentors.")
        self.size += len(mentors)
        for name, block in self._encoded(mentors).items():
            self.blocks[name].append(block)

    def done(self) -> Crowd:
        """Everybody who was taken in."""
        if not self.blocks:
            self.add([])
        return Crowd(self.size, words_of(self.told()), {n: _side_by_side(b) for n, b in self.blocks.items()})

    def told(self) -> dict[str, list[Any]]:  # Any: words of several kinds
        """The words by kind, in the order of their numbers."""
        return {kind: list(numbers) for kind, numbers in self.numbers.items()}

    def _encoded(self, mentors: Sequence[Mentor]) -> Arrays:
        levels = self._levels(mentors)
        strong = (levels[:, None, :] >= np.arange(1, STEPS)[:, None]).reshape(
            len(levels) * LEVELS, len(mentors)
        )
        values = slider_codes([mentor.values for mentor in mentors]).T
        cadence = [self._number("cadences", frozenset(mentor.cadences)) for mentor in mentors]
        if len(self.numbers["cadences"]) > 256:
            raise InputError("cadence", "A crowd keeps at most 256 different sets of cadences.")
        ready = [REPLIES[mentor.replies] + len(REPLIES) * mentor.trained for mentor in mentors]
        return {
            "levels": _grouped(levels, SKILLS),
            "values": _grouped(values, VALUES),
            "cadence": np.array([cadence], dtype=np.uint8),
            "ready": np.array([ready], dtype=np.uint8),
            "strong": of_flags(strong),
            "tags": self._bits("tags", [[tag.word for tag in mentor.tags] for mentor in mentors]),
            "traits": self._bits("traits", [mentor.traits for mentor in mentors]),
            "languages": self._bits("languages", [mentor.languages for mentor in mentors], silent=True),
            "channels": self._bits("channels", [mentor.channels for mentor in mentors], silent=True),
            "formats": self._bits("formats", [mentor.formats for mentor in mentors], silent=True),
            "slots": _slots(mentors),
            "flags": _flags(mentors),
        }

    def _number(self, kind: str, word: Hashable) -> int:
        numbers = self.numbers[kind]
        return numbers.setdefault(word, len(numbers))

    def _levels(self, mentors: Sequence[Mentor]) -> NDArray[np.uint8]:
        told = [
            (self._number("skills", skill), place, level)
            for place, mentor in enumerate(mentors)
            for skill, level in mentor.levels.items()
        ]
        levels = np.zeros((len(self.numbers["skills"]), len(mentors)), dtype=np.uint8)
        if told:
            skill, place, level = np.array(told).T
            levels[skill, place] = level
        return levels

    def _bits(self, kind: str, rows: Sequence[Sequence[Hashable]], *, silent: bool = False) -> NDArray[Any]:
        told = [(self._number(kind, word) + silent, place) for place, row in enumerate(rows) for word in row]
        flags = np.zeros((len(self.numbers[kind]) + silent, len(rows)), dtype=bool)
        if told:
            number, place = np.array(told).T
            flags[number, place] = True
        if silent:
            flags[SILENT] = [not row for row in rows]
        return of_flags(flags)


def words_of(told: Mapping[str, Sequence[Any]]) -> Words:
    """The words of a crowd as the criteria read them."""
    known = {kind: Vocabulary(told[kind]) for kind in KINDS if kind != "cadences"}
    none = Vocabulary(())
    return Words(**known, wishes=none, organisations=none, cadences=tuple(told["cadences"]))


def _grouped(codes: NDArray[Any], each: int) -> NDArray[np.uint8]:
    """Several codes of 0 … 5 in one byte, the first the lowest."""
    groups = -(-len(codes) // each)
    grouped = np.zeros((groups, codes.shape[1]), dtype=np.uint8)
    for number, row in enumerate(codes):
        grouped[number // each] += row.astype(np.uint8) * np.uint8(STEPS ** (number % each))
    return grouped


def _slots(mentors: Sequence[Mentor]) -> NDArray[Any]:
    week = -(-SLOTS // 8)
    told = b"".join((as_bits(mentor.free) or 0).to_bytes(week, "little") for mentor in mentors)
    raw = np.frombuffer(told, dtype=np.uint8).reshape(len(mentors), week)
    return of_flags(np.unpackbits(raw, axis=1, bitorder="little")[:, :SLOTS].T.astype(bool))


def _flags(mentors: Sequence[Mentor]) -> NDArray[Any]:
    told = [(m.asynchronous, m.free is None, m.opted_in, m.places > 0) for m in mentors]
    return of_flags(np.array(told, dtype=bool).reshape(len(mentors), 4).T)


def _side_by_side(blocks: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Blocks one after the other; what a later one was the first to name, nobody before it has."""
    height = len(blocks[-1])
    whole = np.zeros((height, sum(block.shape[1] for block in blocks)), dtype=blocks[-1].dtype)
    start = 0
    for block in blocks:
        whole[: len(block), start : start + block.shape[1]] = block
        start += block.shape[1]
    return whole
