"""Mentors in codes and bitmaps, with what a search filters and sorts by beside the fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from alongside.matching.problem.crowds import Block, Crowd, Gathering, bitmaps
from alongside.matching.search.columns import KINDS, STRONG, MentorRow
from alongside.matching.seekers import Seeker
from alongside.people.profiles.models import Findable

Bitmap = NDArray[np.uint64]
Rows = NDArray[np.int64]
Arrays = Mapping[str, NDArray[Any]]  # numbers and bitmaps
LEVELS = 5
LETTERS = 16
"""Bytes of a name by which it is put in order."""


@dataclass(frozen=True, eq=False)
class Segment:
    """A crowd, and the product's own columns: ``ids`` rise; ``home`` and ``manager`` are sorted, each with its row."""

    crowd: Crowd
    own: Arrays

    def __len__(self) -> int:
        return len(self.crowd)

    @cached_property
    def facets(self) -> dict[str, dict[str, Bitmap]]:
        """Who carries which mark."""
        words, arrays = self.crowd.words, self.crowd.arrays
        marks: dict[str, dict[str, Bitmap]] = {kind: {} for kind in KINDS}
        for number, word in enumerate(words.tags.words):
            kind, value = cast("tuple[str, str]", word)
            if kind in marks:
                marks[kind][value] = arrays["tags"][number]
        for number, skill in enumerate(words.skills.words):
            marks["skill"][str(skill)] = arrays["strong"][number * LEVELS + STRONG - 1]
        for number, language in enumerate(words.languages.words):
            marks["language"][str(language)] = arrays["languages"][1 + number]
        return marks

    def nobody(self) -> Bitmap:
        """A bitmap without a row."""
        return bitmaps.nobody(len(self))

    def rows_of(self, people: Iterable[int]) -> Rows:
        """The rows of these people, as far as they are here."""
        asked = np.unique(np.fromiter(people, dtype=np.int64))
        at = np.searchsorted(self.own["ids"], asked)
        known = at < len(self)
        known[known] = self.own["ids"][at[known]] == asked[known]
        return at[known]

    def those(self, people: Iterable[int]) -> Bitmap:
        """Which of the mentors are among these people."""
        return bitmaps.of_rows(self.rows_of(people), len(self))

    def belonging_to(self, organisations: Iterable[int]) -> Bitmap:
        """Which mentors belong to any of these organisations."""
        return self._listed("home", organisations)

    def reporting_to(self, person: int) -> Bitmap:
        """Which mentors report to this person."""
        return self._listed("manager", [person])

    def findable_by(self, seeker: Seeker) -> Bitmap:
        """Which mentors chose to be found by people like this one; ``profiles.findable`` in bitmaps."""
        open_to = dict(zip(Findable.values, self.own["open_to"], strict=True))
        company = open_to[Findable.COMPANIES] & self.belonging_to(seeker.companies)
        community = open_to[Findable.COMMUNITIES] & self.belonging_to(seeker.communities)
        found: Bitmap = open_to[Findable.EVERYONE] | company | community
        return found & ~self.those([seeker.pk, *seeker.blocked])

    def _listed(self, name: str, of: Iterable[int]) -> Bitmap:
        keys, rows = self.own[name], self.own[f"{name}_row"]
        found = [rows[np.searchsorted(keys, one) : np.searchsorted(keys, one, "right")] for one in of]
        return bitmaps.of_rows(np.concatenate([np.empty(0, dtype=np.int32), *found]), len(self))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """Some mentors as columns, in the order of their numbers; ``homes`` and ``managers`` are pairs of whom and row."""

    ids: Rows
    block: Block
    places: Rows
    joined: Rows
    called: bytes
    """Of each the beginning of the name, see ``letters``."""
    open_to: NDArray[np.bool_]
    vouched: NDArray[np.bool_]
    homes: Rows
    managers: Rows
    worded: Rows = field(default_factory=lambda: np.empty((0, 2), dtype=np.int64))
    """Which common word is used in which row."""
    common: int = 0
    """How many common words there are."""

    @classmethod
    def of(cls, rows: Mapping[int, MentorRow]) -> Told:
        """Columns from rows."""
        people = [rows[pk] for pk in sorted(rows)]
        homes = [(home, place) for place, row in enumerate(people) for home in row.homes]
        managers = [(one, place) for place, row in enumerate(people) for one in row.mentor.managers]
        open_to = [[who in row.findable_by for row in people] for who in Findable.values]
        return cls(
            ids=np.array(sorted(rows), dtype=np.int64),
            block=Block.of([row.mentor for row in people]),
            places=np.array([row.mentor.places for row in people], dtype=np.int64),
            joined=np.array([row.joined for row in people], dtype=np.int64),
            called=b"".join(letters(*row.called) for row in people),
            open_to=np.array(open_to, dtype=bool),
            vouched=np.array([row.vouched for row in people], dtype=bool),
            homes=np.array(homes, dtype=np.int64).reshape(-1, 2),
            managers=np.array(managers, dtype=np.int64).reshape(-1, 2),
        )


class Filling:
    """Mentors on their way into a segment, in blocks of rising numbers; all but the last of a multiple of 64."""

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.told: defaultdict[str, list[NDArray[Any]]] = defaultdict(list)

    def add(self, rows: Mapping[int, MentorRow]) -> None:
        """Take in some mentors."""
        self.take(Told.of(rows))

    def take(self, told: Told) -> None:
        """Take in a block."""
        start = self.gathering.size
        self.gathering.take(told.block)
        for name, block in _columns(told, start).items():
            self.told[name].append(block)

    def done(self) -> Segment:
        """Everybody who was taken in."""
        if not self.told:
            self.add({})
        own = {name: np.concatenate(blocks, axis=-1) for name, blocks in self.told.items()}
        for name in ("home", "manager"):
            order = np.argsort(own[name], kind="stable")
            own[name], own[f"{name}_row"] = own[name][order], own[f"{name}_row"][order]
        return Segment(self.gathering.done(), own)


def letters(light: bool, name: str) -> bytes:
    """The beginning of a name; whoever stays back comes after all others."""
    return b"\xff" * LETTERS if light else name.encode()[:LETTERS].ljust(LETTERS, b"\0")


def _columns(told: Told, start: int) -> dict[str, NDArray[Any]]:
    named = np.frombuffer(told.called, dtype=">u8")
    return {
        "ids": told.ids,
        "places": told.places.astype(np.int16),
        "joined": told.joined,
        "called": named.astype(np.uint64).reshape(len(told.ids), 2).T,
        "open_to": bitmaps.of_flags(told.open_to),
        "vouched": bitmaps.of_flags(told.vouched),
        "worded": _worded(told),
        **_pairs("home", told.homes, start),
        **_pairs("manager", told.managers, start),
    }


def _worded(told: Told) -> NDArray[Any]:
    flags = np.zeros((told.common, len(told.ids)), dtype=bool)
    flags[told.worded[:, 0], told.worded[:, 1]] = True
    return bitmaps.of_flags(flags)


def _pairs(name: str, pairs: Rows, start: int) -> dict[str, NDArray[Any]]:
    return {name: pairs[:, 0], f"{name}_row": (pairs[:, 1] + start).astype(np.int32)}
