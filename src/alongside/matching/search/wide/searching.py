"""Searching a view: the same answers as in columns of one process, from bitmaps, without looking at everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alongside.matching.problem import Gate, Mentee
from alongside.matching.problem.crowds import ROOM, Ask, ask, bitmaps
from alongside.matching.search import typed
from alongside.matching.search.columns import KINDS
from alongside.matching.search.params import Asked
from alongside.matching.seekers import Seeker

from .segment import Bitmap, Rows, Segment
from .view import View

Counts = dict[str, dict[str, int]]
Keys = Sequence[NDArray[Any]]  # numbers to sort by, the smallest first
SALT = 0x9E3779B97F4A7C15


@dataclass(frozen=True, eq=False)
class Part:
    """One segment under search."""

    segment: Segment
    first: int
    asked: Ask | None
    base: Bitmap
    """Everybody in it whom the seeker may find and has not hidden."""
    open_ones: Bitmap
    closed: dict[int, int]
    filters: dict[str, Bitmap]
    choices: dict[str, dict[str, Bitmap]]

    @property
    def chosen(self) -> Bitmap:
        """Those who pass every filter."""
        return reduce(and_, self.filters.values(), self.open_ones)

    def counts(self) -> Counts:
        """How many each choice would leave, with all the other filters as they are."""
        every = self.chosen
        rest = {
            name: reduce(and_, (f for other, f in self.filters.items() if other != name), self.open_ones)
            for name in self.filters
        }
        return {
            kind: {value: bitmaps.count(bits & rest.get(kind, every)) for value, bits in values.items()}
            for kind, values in self.choices.items()
        }


@dataclass(frozen=True, slots=True)
class Hits:
    """Places in the view, best first, as far as they are shown; and what is told beside them."""

    order: list[int]
    angle: int | None
    total: int
    counts: Counts
    closed: dict[int, int]


def search(view: View, asked: Asked, seeker: Seeker, mentee: Mentee | None, page: int, angle: int) -> Hits:
    """Search; a mentor with a different angle than the first ``angle`` - 1 is looked for on the first page."""
    worded = _worded(view, asked, seeker) if asked.words else None
    parts = [
        _part(view, number, asked, seeker, mentee, worded[number] if worded else None)
        for number in range(len(view.segments))
    ]
    total = sum(bitmaps.count(part.chosen) for part in parts)
    order = _order(parts, asked, seeker.pk, asked.page * page)
    other = None
    if mentee is not None and asked.sort == "fit" and asked.page == 1 and total >= angle:
        other = _angle(parts, order[: angle - 1])
    return Hits(order, other, total, _added(part.counts() for part in parts), _closed(parts))


def _worded(view: View, asked: Asked, seeker: Seeker) -> list[Bitmap]:
    """Those of each segment who tell of the words; of near words when nobody who may be found does."""
    exact = _exactly(view, asked.words)
    for (segment, gone, _first), told in zip(view.segments, exact, strict=True):
        if (_findable(segment, gone, seeker) & told).any():
            return exact
    near = typed.people_near(asked.words, view.file.words)
    return [segment.those(near) for segment, _gone, _first in view.segments]


def _exactly(view: View, words: str) -> list[Bitmap]:
    """Common words are in the file, as who changed since is not; all others are asked of the database."""
    common = dict(zip(view.file.words, view.file.segment.own["worded"], strict=False))
    stems, written = typed.lexemes(words)
    if not stems or not common.keys() >= {*stems}:
        told = typed.people_with(words)
        return [segment.those(told) for segment, _gone, _first in view.segments]
    plain = written and common.keys() >= {*written}
    also = _all(common, written) if plain else view.file.segment.those(typed.people_with_plainly(words))
    changed = [segment for segment, _gone, first in view.segments if first]
    now = [segment.those(typed.people_among(words, segment.own["ids"].tolist())) for segment in changed]
    return [_all(common, stems) | also, *now]


def _all(common: Mapping[str, Bitmap], words: Sequence[str]) -> Bitmap:
    return reduce(and_, (common[word] for word in words))


def _findable(segment: Segment, gone: Bitmap, seeker: Seeker) -> Bitmap:
    return segment.findable_by(seeker) & ~gone & ~segment.those(seeker.hidden)


def _part(
    view: View, number: int, asked: Asked, seeker: Seeker, mentee: Mentee | None, worded: Bitmap | None
) -> Part:
    segment, gone, first = view.segments[number]
    base, inside = _findable(segment, gone, seeker), segment.belonging_to(seeker.companies)
    one = ask(mentee, segment.crowd) if mentee is not None else None
    shut = _shut(one, segment, inside) if one else {}
    choices: dict[str, dict[str, Bitmap]] = {kind: segment.facets[kind] for kind in KINDS}
    choices["where"] = {"inside": inside, "outside": ~inside}
    choices["open"] = {"on": _with_room(segment)}
    choices["vouched"] = {"on": segment.own["vouched"]}
    choices["saved"] = {"on": segment.those(seeker.saved)}
    if one:
        choices["overlap"] = {"on": one.free_together()}
    return Part(
        segment, first, one, base,
        open_ones=reduce(and_, (~bits for bits in shut.values()), base),
        closed={int(gate): bitmaps.count(base & bits) for gate, bits in shut.items()},
        filters=_filters(asked, choices, segment, worded),
        choices=choices,
    )  # fmt: skip


def _with_room(segment: Segment) -> Bitmap:
    room: Bitmap = segment.crowd.arrays["flags"][ROOM]
    return room


def _shut(one: Ask, segment: Segment, inside: Bitmap) -> dict[Gate, Bitmap]:
    """Whom a gate rules out; a full mentor is shown, with the waiting list."""
    shut = one.closed(inside)
    shut.pop(Gate.FULL)
    reports = segment.those(one.mentee.managers) | segment.reporting_to(one.mentee.key)  # type: ignore[arg-type]  # people's numbers
    return shut | {Gate.REPORTING_LINE: reports}


def _filters(
    asked: Asked, choices: dict[str, dict[str, Bitmap]], segment: Segment, worded: Bitmap | None
) -> dict[str, Bitmap]:
    """One bitmap for each filter that is set; within a kind any of the chosen marks will do."""
    switches = {
        "open": asked.open_places,
        "vouched": asked.vouched,
        "saved": asked.saved,
        "overlap": asked.overlap,
    }
    filters = {name: choices[name]["on"] for name, on in switches.items() if on and name in choices}
    for kind, values in asked.marks.items():
        filters[kind] = reduce(or_, (choices[kind].get(v, segment.nobody()) for v in values))
    if asked.where:
        filters["where"] = choices["where"][asked.where]
    if worded is not None:
        filters["words"] = worded
    return filters


def _order(parts: Sequence[Part], asked: Asked, seed: int, count: int) -> list[int]:
    """By what was asked for; equals by fit, and then by lot."""
    places, sorted_by = [], []
    for part in parts:
        keys = _keys(part.segment, asked.sort)
        rows = _first(part, keys, seed, count)
        fits = part.asked.fit.of(rows) if part.asked else np.zeros(rows.size, dtype=np.int16)
        places.append(rows + part.first)
        lots = _lots(part.segment, rows, seed)
        sorted_by.append([lots, -fits.astype(np.int64), *(key[rows] for key in reversed(keys))])
    order = np.lexsort([np.concatenate(both) for both in zip(*sorted_by, strict=True)])
    listed: list[int] = np.concatenate(places)[order[:count]].tolist()
    return listed


def _keys(segment: Segment, sort: str) -> Keys:
    if sort == "name":
        return [*segment.own["called"]]
    column = {"places": "places", "newest": "joined"}.get(sort)
    return [-segment.own[column]] if column else []


def _first(part: Part, keys: Keys, seed: int, count: int) -> Rows:
    """Rows among which the first so many are."""
    if not keys and part.asked:
        return part.asked.best(part.chosen, count)[0]
    rows, sure = bitmaps.rows_of(part.chosen), []
    for key in keys:
        if rows.size <= count:
            break
        own = key[rows]
        cut = np.partition(own, count - 1)[count - 1]
        sure.append(rows[own < cut])
        count, rows = count - sure[-1].size, rows[own == cut]
    if rows.size > count and part.asked:
        rows = part.asked.best(bitmaps.of_rows(rows, len(part.segment)), count)[0]
    elif rows.size > count:
        rows = rows[np.argpartition(_lots(part.segment, rows, seed), count - 1)[:count]]
    return np.concatenate([*sure, rows])


def _lots(segment: Segment, rows: Rows, seed: int) -> NDArray[np.uint64]:
    """A lot for each person and seeker, quick for very many."""
    mixed = segment.own["ids"][rows].astype(np.uint64) * np.uint64(SALT)
    mixed ^= np.uint64((seed * 0xD1342543DE82EF95 + 1) % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    lots: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return lots


def _angle(parts: Sequence[Part], shown: Sequence[int]) -> int | None:
    """The mentor with a different angle, of whichever segment."""
    found: list[tuple[int, int, int]] = []
    alike: list[int] = []
    for part in parts:
        assert part.asked is not None
        own = np.array([place - part.first for place in shown], dtype=np.int64)
        own = own[(own >= 0) & (own < len(part.segment))]
        same = part.asked.sum_of(["values", "context"])
        alike += same.of(own).tolist()
        row = part.asked.different_angle(part.chosen & _with_room(part.segment), own)
        if row is not None:
            at = np.array([row])
            found.append((int(same.of(at)[0]), -int(part.asked.fit.of(at)[0]), row + part.first))
    best = min(found, default=None)
    return best[2] if best and best[0] < min(alike) else None


def _added(counts: Iterable[Counts]) -> Counts:
    added: dict[str, Counter[str]] = {}
    for one in counts:
        for kind, values in one.items():
            added.setdefault(kind, Counter()).update(values)
    return {kind: dict(values) for kind, values in added.items()}


def _closed(parts: Iterable[Part]) -> dict[int, int]:
    closed: Counter[int] = Counter()
    for part in parts:
        closed.update(part.closed)
    return {gate: count for gate, count in closed.items() if count}
