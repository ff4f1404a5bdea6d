"""One mentee against a crowd: the same fit to the hundredth, looking closely only where it can still matter.

    asked = ask(mentee, crowd)
    shut = asked.closed()                    # a bitmap for each gate
    rows, fits = asked.best(mask, 10)        # everybody who reaches the tenth best fit among ``mask``

The fit is a sum of terms (``sums.py``): a table for each byte of codes, points for each bitmap, the likeness of texts,
the shared hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import bitmaps
from .bitmaps import Bitmap, Rows
from .columns import MenteeColumns, MentorColumns
from .criteria import ALL
from .criteria.context import text_step
from .criteria.logistics import overlap_table
from .crowd import ASYNCHRONOUS, NO_WEEK, OPEN, ROOM, SILENT, SKILLS, STEPS, VALUES, WROTE, Crowd
from .errors import InputError
from .gates import Gate
from .likeness import MARKS
from .problem import LEVELS, SLIDERS, Mentee
from .sums import Alike, Hours, Points, Sum, Term
from .week import as_bits
from .weights import DEFAULT, Weights

LATE = {Alike: 1, Hours: 2}
"""Terms that are looked at after all others."""


@dataclass(frozen=True, eq=False)
class Ask:
    """One mentee, and what everybody in a crowd means to them."""

    mentee: Mentee
    crowd: Crowd
    weights: Weights
    sides: dict[str, NDArray[np.int16]]

    @cached_property
    def fit(self) -> Sum:
        """The whole fit."""
        return self.sum_of([criterion.name for criterion in ALL])

    def best(self, mask: Bitmap, count: int) -> tuple[Rows, Points]:
        """Everybody in ``mask`` who reaches the count-th best fit, with their fits; in no order."""
        if count < 1:
            raise InputError("count", "A short list has at least one mentor.")
        return self.fit.best(mask, count)

    def sum_of(self, parts: Sequence[str]) -> Sum:
        """Some of the parts; the largest terms first, then texts, shared hours last: few people get so far."""
        terms = [term for term in self._terms if term.part in parts]
        base = sum(self._given[part] for part in parts)
        return Sum(base, tuple(sorted(terms, key=lambda term: (LATE.get(type(term), 0), -term.most))))

    def different_angle(self, mask: Bitmap, shown: Rows, enough: float = 0.6) -> int | None:
        """As ``fit.different_angle``: high on the goals, less alike than whoever is shown; nobody else is asked."""
        same = self.sum_of(["values", "context"])
        unlike = Sum(-same.base, tuple(term.turned() for term in same.terms if not isinstance(term, Hours)))
        high = self.sum_of(["goals"]).at_least(mask, enough * self.weights.worth("goals"))
        high &= ~bitmaps.of_rows(shown, high.size * bitmaps.WORD)
        rows, least = unlike.best(high, 1)
        alike = int(same.of(shown).min()) if shown.size else np.iinfo(np.int16).max
        if not rows.size or -int(least[0]) >= alike:
            return None
        return int(rows[np.lexsort((rows, -self.fit.of(rows)))[0]])

    def closed(self, inside: Bitmap | None = None) -> dict[Gate, Bitmap]:
        """Whom each gate rules out. ``inside`` are the people of the mentee's organisations; those of a reporting
        line or a block, and the mentee, are the caller's to add."""
        flags, everybody = self.crowd.arrays["flags"], bitmaps.everybody(len(self.crowd))
        shut = {
            Gate.NOT_OPEN: everybody & ~flags[OPEN] if self.mentee.opted_in else everybody,
            Gate.FULL: everybody & ~flags[ROOM],
            Gate.NO_LANGUAGE: everybody & ~self._speaking("languages", self.mentee.languages),
            Gate.NO_FORMAT: everybody & ~self._speaking("formats", self.mentee.formats),
            Gate.NO_HOURS: everybody & ~self._meeting,
            Gate.NOT_AHEAD: everybody & ~self._ahead,
        }
        if self.mentee.reach != "both" and inside is not None:
            shut[Gate.OUT_OF_REACH] = inside if self.mentee.reach == "outside" else everybody & ~inside
        return shut

    def free_together(self) -> Bitmap:
        """Who is free in an hour in which the mentee is."""
        return bitmaps.any_of(self._hours.slots, len(self.crowd))

    def _speaking(self, kind: str, said: tuple[str, ...]) -> Bitmap:
        if not said:
            return bitmaps.everybody(len(self.crowd))
        words, bits = getattr(self.crowd.words, kind), self.crowd.arrays[kind]
        return bitmaps.any_of([bits[SILENT], *(bits[1 + n] for n in words.numbers(said))], len(self.crowd))

    @property
    def _meeting(self) -> Bitmap:
        return self.free_together() | self._hours.half | self._hours.whole

    @property
    def _ahead(self) -> Bitmap:
        goals, wanted = self.mentee.goals, self.mentee.wanted
        if not goals and not wanted:
            return bitmaps.everybody(len(self.crowd))
        words, bits = self.crowd.words, self.crowd.arrays
        known = [goal for goal in goals if goal.skill in words.skills.number and goal.assumed < LEVELS]
        steps = [bits["strong"][words.skills.number[goal.skill] * LEVELS + goal.assumed] for goal in known]
        marks = [bits["tags"][number] for number in words.tags.numbers(tag.word for tag in wanted)]
        return bitmaps.any_of([*steps, *marks], len(self.crowd))

    @cached_property
    def _hours(self) -> Hours:
        flags, free = self.crowd.arrays["flags"], as_bits(self.mentee.free)
        table = overlap_table(self.weights.worth("logistics")).astype(np.int16)
        everybody, nobody = bitmaps.everybody(len(self.crowd)), bitmaps.nobody(len(self.crowd))
        slots = [] if free is None else [slot for slot in range(free.bit_length()) if free >> slot & 1]
        return Hours(
            "logistics", table, self.crowd.arrays["slots"][slots],
            half=everybody if free is None else flags[NO_WEEK],
            whole=flags[ASYNCHRONOUS] if self.mentee.asynchronous else nobody,
        )  # fmt: skip

    @cached_property
    def _alike(self) -> list[Alike]:
        """The likeness of texts, if the mentee wrote any."""
        if self.mentee.text is None:
            return []
        step = text_step(self.weights.worth("context"))
        table = (step * (MARKS - 2 * np.arange(MARKS + 1))).astype(np.int16)
        marks, wrote = self.crowd.arrays["text"][0], self.crowd.arrays["flags"][WROTE]
        return [Alike("context", np.uint64(self.mentee.text), marks, wrote, table)]

    @cached_property
    def _given(self) -> dict[str, int]:
        """What everybody has of each part: the columns of ones, and a mentor's wishes that nobody stated."""
        own = {name: int(side[-1]) for name, side in self.sides.items() if name != "values"}
        return {"values": 0} | own | {"preferences": int(self.sides["preferences"][-2:] @ (12, 1))}

    @cached_property
    def _terms(self) -> list[Term | Alike | Hours]:
        crowd, sides = self.crowd.arrays, self.sides
        sets = len(self.crowd.words.cadences)
        goals, values = sides["goals"][:-1].reshape(-1, LEVELS), sides["values"].reshape(SLIDERS, STEPS)
        by_level = np.hstack([np.zeros((len(goals), 1), dtype=np.int16), goals])
        channels = sides["logistics"][sets:-1]
        ready = [trained * sides["readiness"][0] + sides["readiness"][1 + reply]
                 for trained in (0, 1) for reply in range(4)]  # fmt: skip
        terms: list[Term | Alike | Hours] = [
            *_by_codes("goals", crowd["levels"], by_level, SKILLS),
            *_by_codes("values", crowd["values"], values, VALUES),
            *_by_bits("context", crowd["tags"], sides["context"][:-1]),
            *_by_codes("logistics", crowd["cadence"], sides["logistics"][None, :sets], 1),
            *_by_bits("logistics", crowd["channels"], np.roll(channels, 1)),
            *_by_bits("preferences", crowd["traits"], sides["preferences"][:-2]),
            *_by_codes("readiness", crowd["ready"], np.array([ready], dtype=np.int16), 1),
            *self._alike,
            self._hours,
        ]
        return [term for term in terms if term.most]


def ask(mentee: Mentee, crowd: Crowd, weights: Weights = DEFAULT) -> Ask:
    """Make a mentee ready for a crowd."""
    if mentee.ranking:
        raise InputError("ranking", "A search in a crowd knows no rankings.")
    nobody = replace(MentorColumns.of([]), words=crowd.words)
    own = MenteeColumns.of([mentee], crowd.words)
    sides = {c.name: c.mentee_side(own, nobody, weights.worth(c.name))[0].astype(np.int16) for c in ALL}
    return Ask(mentee, crowd, weights, sides)


def _by_codes(part: str, codes: NDArray[np.uint8], points: Points, each: int) -> Iterator[Term]:
    """A table for every group of which some row has points (rows of ``points`` are what a code is worth)."""
    for number, group in enumerate(codes):
        table = np.zeros(1, dtype=np.int16)
        for row in points[number * each : (number + 1) * each]:
            table = (row[:, None] + table).reshape(-1)
        if table.size:
            yield Term(part, group, table)


def _by_bits(part: str, bits: NDArray[np.uint64], points: Points) -> Iterator[Term]:
    for bitmap, earned in zip(bits, points, strict=True):
        yield Term(part, bitmap, np.array([0, earned], dtype=np.int16))
