"""A crowd of mentors in small codes and bitmaps, some 150 bytes each, made part by part and kept on a disk.

``Gathering`` takes mentors in blocks, as rows or as columns, and never needs them all at once; ``Crowd`` is what is
then searched (``search.py``). Wishes and rankings of mentors are not kept: a search asks what one mentee wants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .bitmaps import WORD, Rows, of_flags
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
ASYNCHRONOUS, NO_WEEK, OPEN, ROOM, WROTE = range(5)
"""The rows of ``flags``."""
LISTS = ("skills", "tags", "languages", "channels", "formats", "traits")
KINDS = (*LISTS, "cadences")
SILENT = 0
"""The first row of languages, formats and channels: whoever said nothing."""
WEEK = -(-SLOTS // 8)
"""Bytes of a week."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Mentors, one place each, in ``arrays`` that may lie on a disk.

    Codes (groups, n): ``levels`` three skills a byte, ``values`` three sliders a byte, ``cadence``, ``ready``.
    Bitmaps (rows, words): ``strong`` "skill s at level L or above", ``tags``, ``languages``, ``channels``,
    ``formats``, ``traits``, ``slots`` (half-hours of the week), ``flags``. Marks of texts (1, n): ``text``.
    """

    size: int
    words: Words
    arrays: Mapping[str, NDArray[Any]]  # codes and bitmaps

    def __len__(self) -> int:
        return self.size


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """Lists of words end to end: which ``row`` has which of the ``words`` (a number), and of skills at which level."""

    words: Sequence[Hashable]
    row: Rows
    word: Rows
    levels: NDArray[np.int64] | None = None

    @classmethod
    def of(cls, rows: Sequence[Iterable[Hashable]]) -> Listed:
        """The same from one list for each row."""
        numbers: dict[Hashable, int] = {}
        told = [
            (place, numbers.setdefault(word, len(numbers))) for place, row in enumerate(rows) for word in row
        ]
        pairs = np.array(told, dtype=np.int64).reshape(-1, 2)
        return cls(list(numbers), pairs[:, 0], pairs[:, 1])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """Some mentors as columns, n rows each, from wherever they were read.

    ``values`` are slider codes (n, 8) of 0 … 4 and 5 for unknown, ``cadences`` a number (n,) of ``cadence_words``,
    ``ready`` replies (0 … 3, see ``columns.REPLIES``) and 4 more for the trained (n,), ``week`` bytes (n, 42) with the
    first half-hour lowest, ``flags`` yes and no (5, n), ``text`` marks (n,).
    """

    lists: Mapping[str, Listed]
    values: NDArray[np.int8]
    cadences: Rows
    cadence_words: Sequence[frozenset[int]]
    ready: Rows
    week: NDArray[np.uint8]
    flags: NDArray[np.bool_]
    text: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.ready)

    @classmethod
    def of(cls, mentors: Sequence[Mentor]) -> Block:
        """Columns from rows."""
        skills = Listed.of([mentor.levels for mentor in mentors])
        levels = np.array([level for m in mentors for level in m.levels.values()], dtype=np.int64)
        lists = {
            "skills": replace(skills, levels=levels),
            "tags": Listed.of([[tag.word for tag in mentor.tags] for mentor in mentors]),
            "languages": Listed.of([mentor.languages for mentor in mentors]),
            "channels": Listed.of([mentor.channels for mentor in mentors]),
            "formats": Listed.of([mentor.formats for mentor in mentors]),
            "traits": Listed.of([mentor.traits for mentor in mentors]),
        }
        sets = [frozenset(mentor.cadences) for mentor in mentors]
        number = {one: place for place, one in enumerate(dict.fromkeys(sets))}
        return cls(
            lists=lists,
            values=slider_codes([mentor.values for mentor in mentors]),
            cadences=np.array([number[one] for one in sets], dtype=np.int64),
            cadence_words=list(number),
            ready=np.array([REPLIES[m.replies] + len(REPLIES) * m.trained for m in mentors], dtype=np.int64),
            week=_weeks(mentors),
            flags=_flags(mentors),
            text=np.array([mentor.text or 0 for mentor in mentors], dtype=np.uint64),
        )


@dataclass(slots=True, eq=False)
class Gathering:
    """Blocks of mentors on their way into a crowd; every block but the last has a multiple of 64 mentors."""

    numbers: dict[str, dict[Hashable, int]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    size: int = 0
    blocks: dict[str, list[NDArray[Any]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, mentors: Sequence[Mentor]) -> None:
        """Take in some mentors."""
        if any(mentor.wishes or mentor.ranking for mentor in mentors):
            raise InputError("crowd", "A crowd keeps neither wishes nor rankings of mentors.")
        self.take(Block.of(mentors))

    def take(self, block: Block) -> None:
        """Take in a block."""
        if self.size % WORD:
            raise InputError("block", f"Only the last block may have an odd number of mentors ({self.size}).")
        self.size += len(block)
        for name, array in self._encoded(block).items():
            self.blocks[name].append(array)

    def done(self) -> Crowd:
        """Everybody who was taken in."""
        if not self.blocks:
            self.add([])
        return Crowd(self.size, words_of(self.told()), {n: _side_by_side(b) for n, b in self.blocks.items()})

    def told(self) -> dict[str, list[Any]]:  # Any: words of several kinds
        """The words by kind, in the order of their numbers."""
        return {kind: list(numbers) for kind, numbers in self.numbers.items()}

    def _encoded(self, block: Block) -> Arrays:
        levels = self._levels(block.lists["skills"], len(block))
        steps = np.arange(1, STEPS)[:, None]
        cadence = self._numbers("cadences", block.cadence_words)[block.cadences]
        if len(self.numbers["cadences"]) > 256:
            raise InputError("cadence", "A crowd keeps at most 256 different sets of cadences.")
        listed = {kind: self._bits(kind, block.lists[kind], len(block)) for kind in LISTS[1:]}
        return listed | {
            "levels": _grouped(levels, SKILLS),
            "values": _grouped(block.values.T, VALUES),
            "cadence": cadence[None].astype(np.uint8),
            "ready": block.ready[None].astype(np.uint8),
            "strong": of_flags((levels[:, None, :] >= steps).reshape(len(levels) * LEVELS, len(block))),
            "slots": of_flags(np.unpackbits(block.week, axis=1, bitorder="little")[:, :SLOTS].T.view(bool)),
            "flags": of_flags(block.flags),
            "text": block.text[None],
        }

    def _numbers(self, kind: str, words: Sequence[Hashable]) -> Rows:
        """The numbers of these words among all that were met."""
        known = self.numbers[kind]
        return np.array([known.setdefault(word, len(known)) for word in words], dtype=np.int64)

    def _levels(self, skills: Listed, size: int) -> NDArray[np.uint8]:
        numbers = self._numbers("skills", skills.words)
        levels = np.zeros((len(self.numbers["skills"]), size), dtype=np.uint8)
        levels[numbers[skills.word], skills.row] = 0 if skills.levels is None else skills.levels
        return levels

    def _bits(self, kind: str, listed: Listed, size: int) -> NDArray[Any]:
        numbers, silent = self._numbers(kind, listed.words), kind in ("languages", "channels", "formats")
        flags = np.zeros((len(self.numbers[kind]) + silent, size), dtype=bool)
        flags[numbers[listed.word] + silent, listed.row] = True
        if silent:
            flags[SILENT] = True
            flags[SILENT, listed.row] = False
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


def _weeks(mentors: Sequence[Mentor]) -> NDArray[np.uint8]:
    told = b"".join((as_bits(mentor.free) or 0).to_bytes(WEEK, "little") for mentor in mentors)
    return np.frombuffer(told, dtype=np.uint8).reshape(len(mentors), WEEK)


def _flags(mentors: Sequence[Mentor]) -> NDArray[np.bool_]:
    told = [(m.asynchronous, m.free is None, m.opted_in, m.places > 0, m.text is not None) for m in mentors]
    return np.array(told, dtype=bool).reshape(len(mentors), 5).T


def _side_by_side(blocks: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Blocks one after the other; what a later one was the first to name, nobody before it has."""
    height = len(blocks[-1])
    whole = np.zeros((height, sum(block.shape[1] for block in blocks)), dtype=blocks[-1].dtype)
    start = 0
    for block in blocks:
        whole[: len(block), start : start + block.shape[1]] = block
        start += block.shape[1]
    return whole
