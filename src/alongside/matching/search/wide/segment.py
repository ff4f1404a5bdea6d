"""Mentors in codes and bitmaps, with what a search filters and sorts by beside the fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from alongside.matching.problem.crowds import Crowd, Gathering, bitmaps
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


class Filling:
    """Rows on their way into a segment, in blocks of rising numbers; all but the last of a multiple of 64."""

    def __init__(self) -> None:
        self.gathering = Gathering()
        self.told: defaultdict[str, list[NDArray[Any]]] = defaultdict(list)

    def add(self, rows: Mapping[int, MentorRow]) -> None:
        """Take in a block."""
        start, people = self.gathering.size, [rows[pk] for pk in sorted(rows)]
        self.gathering.add([row.mentor for row in people])
        for name, block in _columns(sorted(rows), people, start).items():
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


def _columns(ids: list[int], people: list[MentorRow], start: int) -> dict[str, NDArray[Any]]:
    homes = [(home, start + place) for place, row in enumerate(people) for home in row.homes]
    managers = [(one, start + place) for place, row in enumerate(people) for one in row.mentor.managers]
    named = np.frombuffer(b"".join(_letters(*row.called) for row in people), dtype=">u8")
    open_to = [[who in row.findable_by for row in people] for who in Findable.values]
    return {
        "ids": np.array(ids, dtype=np.int64),
        "places": np.array([row.mentor.places for row in people], dtype=np.int16),
        "joined": np.array([row.joined for row in people], dtype=np.int64),
        "called": named.astype(np.uint64).reshape(len(people), 2).T,
        "open_to": bitmaps.of_flags(np.array(open_to, dtype=bool)),
        "vouched": bitmaps.of_flags(np.array([row.vouched for row in people], dtype=bool)),
        **_pairs("home", homes),
        **_pairs("manager", managers),
    }


def _pairs(name: str, pairs: list[tuple[Any, int]]) -> dict[str, NDArray[Any]]:
    keys, rows = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return {name: keys, f"{name}_row": rows.astype(np.int32)}


def _letters(light: bool, name: str) -> bytes:
    """The beginning of a name; whoever stays back comes after all others."""
    return b"\xff" * LETTERS if light else name.encode()[:LETTERS].ljust(LETTERS, b"\0")
