"""Fits that are worked out from profiles when they are needed: a million people, and never all pairs at once.

The product of both sides is made in tiles that stay in the processor's cache; only what can still matter is
looked at closely. Candidates are exact, from both sides; the same for any number of threads, blocks or
machines, because a pair's place does not depend on when it is met.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .columns import MenteeColumns
from .criteria import ALL
from .criteria.logistics import overlap_table
from .criteria.preferences import ranked_pairs
from .executor import Executor, Threads
from .fit import Pool
from .gates import Gate
from .picking import FAR, exceed, lay_out, pick
from .rules import Rules, never_rows
from .table import FORBIDDEN, Pairs, Table
from .weights import Weights

Ints = NDArray[np.int64]
ROWS, TILE = 128, 2048
BLOCKS = 16
STAGES = (slice(0, 1), slice(1, 3), slice(3, 7), slice(7, 11), slice(11, None))
NONE = -(1 << 62)


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """Mentees (n, d) and mentors (d, m) whose product, with what ``facts`` add, is the fit in hundredths."""

    need: NDArray[np.float32]
    tiles: tuple[NDArray[np.float32], ...]
    facts: Any  # a tuple of arrays, as the compiled loops take it
    most: NDArray[np.float32]
    named: NDArray[np.float32]
    floor: int
    shape: tuple[int, int]
    scale: float = 100.0
    executor: Executor = field(default_factory=Threads)

    def on(self, executor: Executor) -> Profiles:
        """The same people, worked out somewhere else."""
        return replace(self, executor=executor)

    def largest(self) -> int:
        """A hundred points."""
        return round(100 * self.scale)

    def everything(self) -> Pairs:
        """Every open pair: only for small rounds."""
        return self.table().everything()

    def table(self) -> Table:
        """All fits laid out: only for small rounds."""
        alone = replace(self, executor=None)  # type: ignore[arg-type]  # not sent along
        found = self.executor.map(partial(cells_of_block, alone), self._blocks())
        return Table(np.concatenate(found), self.scale)

    def best(self, each: int, back: int) -> Pairs:
        """The best ``each`` of every mentee and the best ``back`` of every mentor, equals scattered."""
        each, back = min(each, self.shape[1]), min(back, self.shape[0])
        alone = replace(self, executor=None)  # type: ignore[arg-type]  # not sent along
        blocks, bars = self._blocks(), np.full(self.shape[1], -1, dtype=np.float32)
        mine: list[Pairs] = []
        keys, places = (
            np.empty((self.shape[1], 0), dtype=np.int64),
            np.empty((self.shape[1], 0), dtype=np.int32),
        )
        for stage in STAGES:  # what was found for the mentors is the least that later blocks have to better
            found = self.executor.map(partial(best_of_block, alone, each, back, bars), blocks[stage])
            mine += [
                _unpacked(part[0], part[1], block[0])
                for part, block in zip(found, blocks[stage], strict=True)
            ]
            keys, places = _largest(
                [keys, *(part[2] for part in found)], [places, *(part[3] for part in found)], back
            )
            bars = (keys.min(axis=1, initial=1 << 62) >> 10).astype(np.float32)
        theirs = _unpacked(keys, places, 0)
        pairs = [np.concatenate([part[side] for part in mine]) for side in range(3)]
        # On the mentors' side the rows are mentors.
        return (np.concatenate([pairs[0], theirs[1]]), np.concatenate([pairs[1], theirs[0]]),
                np.concatenate([pairs[2], theirs[2]]))  # fmt: skip

    def above(self, factor: int, price: Ints, bar: Ints, each: int) -> Pairs:
        """Open pairs with ``fit * factor - price > bar``, the best ``each`` of every mentee."""
        each = min(each, max(1, self.shape[1]))
        work = partial(above_of_block, replace(self, executor=None), factor, price, bar, each)  # type: ignore[arg-type]  # not sent along
        found = self.executor.map(work, self._blocks())
        mentee, mentor, fits = (np.concatenate([part[side] for part in found]) for side in range(3))
        return mentee, mentor, fits

    def _blocks(self) -> list[tuple[int, int]]:
        step = max(ROWS, -(-self.shape[0] // BLOCKS))
        return [(start, min(start + step, self.shape[0])) for start in range(0, self.shape[0], step)] or [
            (0, 0)
        ]


def best_of_block(
    profiles: Profiles, each: int, back: int, least: NDArray[np.float32], block: tuple[int, int]
) -> tuple[Any, ...]:
    """Keys and places of the best of some rows, and of every column among these rows, from its ``least`` fit on."""
    begin, end = block
    mine = np.full((end - begin, each), -1, dtype=np.int64)
    theirs = np.full((profiles.shape[1], back), -1, dtype=np.int64)
    mine_at, theirs_at = mine.astype(np.int32), theirs.astype(np.int32)
    bar = np.full(profiles.shape[0], -1, dtype=np.float32)
    bars = least.copy()
    for start in range(begin, end, ROWS):
        stop, column = min(start + ROWS, end), 0
        part = slice(start - begin, stop - begin)
        for tile in profiles.tiles:
            product = profiles.need[start:stop] @ tile
            pick(product, start, column, profiles.facts, profiles.named, profiles.floor,
                 mine[part], mine_at[part], bar, theirs, theirs_at, bars)  # fmt: skip
            column += tile.shape[1]
    return mine, mine_at, theirs, theirs_at


def cells_of_block(profiles: Profiles, block: tuple[int, int]) -> NDArray[np.int32]:
    """All fits of some rows."""
    begin, end = block
    cells = np.empty((end - begin, profiles.shape[1]), dtype=np.int32)
    for start in range(begin, end, ROWS):
        stop, column = min(start + ROWS, end), 0
        for tile in profiles.tiles:
            lay_out(profiles.need[start:stop] @ tile, start, column, profiles.facts, profiles.floor,
                    cells[start - begin : stop - begin], FORBIDDEN)  # fmt: skip
            column += tile.shape[1]
    return cells


def above_of_block(
    profiles: Profiles, factor: int, price: Ints, bar: Ints, each: int, block: tuple[int, int]
) -> Pairs:
    """The pairs of some rows that exceed their bar."""
    begin, end = block
    found = np.full((end - begin, each), NONE, dtype=np.int64)
    found_at, fits = np.full(found.shape, -1, dtype=np.int32), np.zeros_like(found)
    bar, asked = bar.copy(), price.astype(np.float64)
    for start in range(begin, end, ROWS):
        stop, column = min(start + ROWS, end), 0
        part = slice(start - begin, stop - begin)
        for tile in profiles.tiles:
            product = profiles.need[start:stop] @ tile
            exceed(product, start, column, profiles.facts, profiles.most, profiles.floor, factor, price, asked,
                   bar, found[part], found_at[part], fits[part])  # fmt: skip
            column += tile.shape[1]
    row, slot = np.nonzero(found_at >= 0)
    return row + begin, found_at[row, slot].astype(np.int64), fits[row, slot]


def _largest(keys: list[Ints], places: list[NDArray[np.int32]], count: int) -> tuple[Ints, NDArray[np.int32]]:
    """The largest keys of every row of tables that lie side by side, with their places."""
    every, where = np.concatenate(keys, axis=1), np.concatenate(places, axis=1)
    top = np.argpartition(every, every.shape[1] - count, axis=1)[:, every.shape[1] - count :]
    return np.take_along_axis(every, top, 1), np.take_along_axis(where, top, 1)


def _unpacked(keys: Ints, places: NDArray[np.int32], begin: int) -> Pairs:
    row, slot = np.nonzero(keys >= 0)
    return row + begin, places[row, slot].astype(np.int64), keys[row, slot] >> 10


def profiles_of(
    mentees: MenteeColumns, pool: Pool, weights: Weights, rules: Rules, rows: Ints, columns: Ints,
    taken: list[tuple[int, int]], executor: Executor | None = None,
) -> Profiles:  # fmt: skip
    """People in the given order (``rows``, ``columns``), without the pairs that are ``taken``."""
    mentors = pool.columns
    sides = [c.mentee_side(mentees, mentors, weights.worth(c.name)) for c in ALL]
    need = np.hstack(sides)[rows]
    used = np.flatnonzero(need.any(axis=0))
    offer = pool.matrix[np.ix_(used, columns)]
    tiles = tuple(np.ascontiguousarray(offer[:, at : at + TILE]) for at in range(0, columns.size, TILE))
    hours = overlap_table(weights.worth("logistics"))
    most_hours = np.float32(hours.max())
    if not rules.waived & Gate.NO_HOURS:
        hours = np.where(np.arange(hours.size) == 0, int(FAR), hours)  # the gate itself: below any bar
    place_of = np.empty(len(mentees), dtype=np.int64)
    place_of[rows] = np.arange(rows.size)
    column_of = np.empty(len(mentors), dtype=np.int64)
    column_of[columns] = np.arange(columns.size)
    named = ranked_pairs(mentees, mentors, weights.worth("preferences"))
    named_at, whom, points = _listed(place_of[named[0]], column_of[named[1]], named[2], rows.size)
    shut = np.array([*_shut(mentees, pool, rules), *taken], dtype=np.int64).reshape(-1, 2)
    shut_at, shut_whom, _ = _listed(place_of[shut[:, 0]], column_of[shut[:, 1]], shut[:, 0], rows.size)
    bits = _bits(mentees, pool, rules, rows, columns)
    reach = _reach(mentees, rules)[rows]
    rungs = np.array(rules.seniority or (-np.inf, np.inf), dtype=np.float64)
    facts = (mentees.week[rows], np.ascontiguousarray(mentors.week[columns].T), *bits, mentees.organisations[rows],
             mentors.organisations[columns], reach, mentees.seniority[rows], mentors.seniority[columns], rungs,
             shut_at, shut_whom, hours, named_at, whom, points)  # fmt: skip
    best_named = np.zeros(rows.size, dtype=np.int64)
    np.add.at(best_named, place_of[named[0]], named[2])
    named_most = best_named.astype(np.float32)
    most = named_most + most_hours
    floor = 0 if rules.floor is None else int(np.ceil(round(rules.floor * 100, 6)))
    shape = (rows.size, columns.size)
    return Profiles(np.ascontiguousarray(need[:, used]), tiles, facts, most, named_most, floor, shape,
                    executor=executor or Threads())  # fmt: skip


def _listed(row: Ints, column: Ints, value: Ints, rows: int) -> tuple[Ints, Ints, Ints]:
    """Few pairs, end to end by row."""
    order = np.argsort(row, kind="stable")
    return np.searchsorted(row[order], np.arange(rows + 1)), column[order], value[order]


def _shut(mentees: MenteeColumns, pool: Pool, rules: Rules) -> list[tuple[int, int]]:
    """Pairs that are closed by name."""
    mentors = pool.columns
    by_gate = {
        gate: not rules.waived & gate for gate in (Gate.SAME_PERSON, Gate.BLOCKED, Gate.REPORTING_LINE)
    }
    shut = list(never_rows(rules, mentees, mentors))
    for row, key in enumerate(mentees.keys):
        if by_gate[Gate.SAME_PERSON] and key in mentors.row:
            shut.append((row, mentors.row[key]))
        if by_gate[Gate.BLOCKED]:
            shut += [(row, mentors.row[other]) for other in mentees.blocked[row] if other in mentors.row]
            shut += [(row, mentor) for mentor in mentors.blocked_by.get(key, ())]
        if by_gate[Gate.REPORTING_LINE]:
            shut += [(row, mentors.row[other]) for other in mentees.managers[row] if other in mentors.row]
            shut += [(row, mentor) for mentor in mentors.reports_to.get(key, ())]
    return shut


def _bits(mentees: MenteeColumns, pool: Pool, rules: Rules, rows: Ints, columns: Ints) -> tuple[Any, ...]:
    """Every gate that is an AND of bits, side by side, with the word at which each ends."""
    mentors = pool.columns
    gates = (
        (Gate.NO_LANGUAGE, mentees.languages, mentors.languages),
        (Gate.NOT_AHEAD, mentees.ahead, mentors.ahead),
        (Gate.NO_FORMAT, mentees.formats, mentors.formats),
    )
    kept = [(one, other) for gate, one, other in gates if not rules.waived & gate]
    kept.append((_open_bits(mentees.open, rules), _open_bits(mentors.open, rules)))
    room = mentors.places > 0 if not rules.waived & Gate.FULL else np.ones(len(mentors), dtype=bool)
    kept.append((np.ones((len(mentees), 1), dtype=np.uint64), room[:, None].astype(np.uint64)))
    ends = np.cumsum([one.shape[1] for one, _ in kept])
    mine, theirs = (np.hstack([pair[side] for pair in kept]) for side in (0, 1))
    return mine[rows], np.ascontiguousarray(theirs[columns].T), ends


def _open_bits(flags: NDArray[np.bool_], rules: Rules) -> NDArray[np.uint64]:
    taking_part = flags | bool(rules.waived & Gate.NOT_OPEN)
    return np.asarray(taking_part[:, None], dtype=np.uint64)


def _reach(mentees: MenteeColumns, rules: Rules) -> NDArray[np.int8]:
    """0 anywhere, 1 inside, 2 outside, 3 nowhere (outside, but the round is for one's own organisation)."""
    reach = mentees.reach.copy()
    if rules.waived & Gate.OUT_OF_REACH:
        reach[:] = 0
    if rules.own_organisation:
        reach = np.where(reach == 2, 3, 1).astype(np.int8)
    return reach
