"""``Problem``: a round of mentees and mentors with weights and rules, from profiles to an assignment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .assignment import Assignment
from .columns import MenteeColumns, MentorColumns
from .compiled import AVAILABLE as COMPILED
from .errors import InputError
from .executor import Executor
from .fit import Explanation, Pool, explain_pair, lots, parts_of_pairs, prepare, score_block
from .gates import Closed, Gate
from .problem import Key, Mentee, Mentor
from .profiles import profiles_of
from .rules import Rules, broken_rules, closed_by_rules, contradiction, inside
from .settling import EACH, WHOLE, First, Source, Terms, settle, terms_of, unsorted
from .solve import waits
from .table import FORBIDDEN, Pairs, Table
from .weights import DEFAULT, Weights
from .words import words

Ints = NDArray[np.int64]
POINT = 100
"""Hundredths in a point: fits of a round are points of 100."""
LOWEST = -(1 << 61)
LARGE = 250_000
"""Pairs beyond which a round is not laid out in full."""


class Problem:
    """A round. ``mentees`` and ``mentors`` are rows, or columns; fits are points of 100 in hundredths.

    People given as columns (NumPy arrays, however they were read) have ``parts``, but no reasons in words.

    A pair is open when no gate (but for the waived) and no rule closes it. Must-pairs that are closed by
    anything but the floor are refused by name. ``weights`` and ``rules`` can be replaced with
    ``changed`` without reading the people again, which is what makes a what-if quick.
    """

    def __init__(
        self,
        mentees: Iterable[Mentee] | MenteeColumns,
        mentors: Iterable[Mentor] | MentorColumns,
        weights: Weights = DEFAULT,
        rules: Rules | None = None,
    ) -> None:
        self.mentees = () if isinstance(mentees, MenteeColumns) else tuple(mentees)
        self.mentors = () if isinstance(mentors, MentorColumns) else tuple(mentors)
        self.weights = weights
        self.rules = rules or Rules()
        self.pool: Pool = prepare(mentors if isinstance(mentors, MentorColumns) else self.mentors)
        words = self.pool.columns.words
        self.columns = (
            mentees if isinstance(mentees, MenteeColumns) else MenteeColumns.of(self.mentees, words)
        )
        self.must = self._must_rows()

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees, mentors."""
        return len(self.columns), len(self.pool)

    @property
    def capacity(self) -> Ints:
        """Places left of each mentor."""
        return self.pool.columns.places

    def changed(self, *, weights: Weights | None = None, rules: Rules | None = None) -> Problem:
        """The same people under other weights or rules."""
        other = object.__new__(Problem)
        other.__dict__.update(self.__dict__)
        other.weights, other.rules = weights or self.weights, rules or self.rules
        other.must = other._must_rows()
        return other

    def of(self, mentees: Iterable[Key]) -> Problem:
        """The same round from the side of these mentees alone: some rows of one that is too large to lay out."""
        other = self.changed()
        other.mentees = tuple(self.mentee(key) for key in mentees)
        other.columns = MenteeColumns.of(other.mentees, self.pool.columns.words)
        mine = tuple(pair for pair in self.rules.must if pair[0] in other.columns.row)
        return other.changed(rules=replace(self.rules, must=mine))

    def closed(self) -> NDArray[np.uint16]:
        """Every gate and rule of every pair, as the sum of its bits: shape (n, m)."""
        scores = score_block(self.columns, self.pool, self.weights)
        return self._closed(scores.total, scores.closed)

    def table(self) -> Table:
        """The fits of all pairs in hundredths, FORBIDDEN where something is closed."""
        scores = score_block(self.columns, self.pool, self.weights)
        cells = scores.total.astype(np.int64)
        closed = self._closed(scores.total, scores.closed)
        for mentee, mentor in self.must:
            # A must-pair is not held to the floor.
            closed[mentee, mentor] &= ~np.uint16(Gate.BELOW_FLOOR)
        cells[closed != 0] = FORBIDDEN
        return Table(cells, POINT)

    def assign(
        self,
        *,
        first: First = "people",
        seed: int = 0,
        tolerance: float = 0.0,
        stop: Callable[[], bool] | None = None,
        executor: Executor | None = None,
        near: Assignment | None = None,
    ) -> Assignment:
        """The best assignment of this round; the same for any order of the people.

        ``near`` is an answer to nearly the same question, of the same people: a large round then looks for candidates
        by its prices, in half the time. The answer is proven in the same way.

        A round beyond ``LARGE`` pairs is never laid out in full (with the extra ``pairing``): its fits are
        worked out where they are needed, by ``executor``, threads of this machine unless it says otherwise.
        """
        if near is not None and near.shape != self.shape:
            raise InputError("shape", f"The answer nearby is for {near.shape}, this round has {self.shape}.")
        wait = waits(self.columns.waiting, self.shape[0])
        rows = np.lexsort((lots(self.columns.keys, seed), -wait))
        columns = np.argsort(lots(self.pool.columns.keys, seed), kind="stable")
        places, wanted = self._left()
        if self._is_large():
            source = profiles_of(
                self.columns, self.pool, self.weights, self.rules, rows, columns, self.must, executor
            )
            terms = terms_of(source, wanted[rows], places[columns], first, wait[rows])
            whole = source.table() if self.shape[0] * self.shape[1] <= WHOLE else source
            start = (
                None if near is None or whole is not source else _priced(source, terms, near.prices[columns])
            )
            answer = settle(whole, terms, tolerance=tolerance, stop=stop, start=start)
        else:
            cells = self.table().cells
            cells[tuple(zip(*self.must, strict=True)) if self.must else ([], [])] = FORBIDDEN
            ordered = Table(cells[np.ix_(rows, columns)], POINT)
            terms = terms_of(ordered, wanted[rows], places[columns], first, wait[rows])
            teams = self._teams()[np.ix_(rows, columns)] if self.rules.one_per_team else None
            answer = self._within_shares(ordered, replace(terms, group=teams), rows, columns, tolerance, stop)
        return self._with_must(unsorted(answer, rows, columns, self.shape))

    def explain(self, mentee: Key, mentor: Key) -> Explanation:
        """The parts, reasons, gaps and closed gates and rules of one pair."""
        one, other = self.mentee(mentee), self.mentor(mentor)
        found = explain_pair(one, other, self.weights)
        closed = [gate for gate in found.closed if not gate.gate & self.rules.waived]
        closed += broken_rules(self.rules, one, other)
        if self.rules.floor is not None and found.total < self.rules.floor * POINT:
            closed.append(Closed(Gate.BELOW_FLOOR, {"floor": self.rules.floor}))
        return replace(found, closed=tuple(closed))

    def parts(self, mentee: Ints, mentor: Ints) -> NDArray[np.int32]:
        """The parts of many pairs at once, by rows: (6, k) hundredths that add up to the fit."""
        return parts_of_pairs(self.columns, self.pool, self.weights, mentee, mentor)

    def mentee(self, key: Key) -> Mentee:
        """One mentee by key."""
        if not self.mentees and len(self.columns):
            raise InputError("columns", "Reasons in words need people as rows; these came as columns.")
        if key not in self.columns.row:
            raise InputError("stranger", f"There is no mentee {key}.", key=key)
        return self.mentees[self.columns.row[key]]

    def mentor(self, key: Key) -> Mentor:
        """One mentor by key."""
        if key not in self.pool.columns.row:
            raise InputError("stranger", f"There is no mentor {key}.", key=key)
        return self.mentors[self.pool.columns.row[key]]

    def named(self, assignment: Assignment) -> list[tuple[Key, Key]]:
        """The pairs of an assignment by key."""
        return [
            (self.columns.keys[mentee], self.pool.columns.keys[mentor]) for mentee, mentor in assignment.pairs
        ]

    def _closed(self, total: NDArray[np.int32], gates: NDArray[np.uint16]) -> NDArray[np.uint16]:
        closed = gates & np.uint16(0xFFFF & ~int(self.rules.waived))
        closed |= closed_by_rules(self.rules, self.columns, self.pool.columns)
        if self.rules.floor is not None:
            closed[total < self.rules.floor * POINT] |= np.uint16(Gate.BELOW_FLOOR)
        return closed

    def _is_large(self) -> bool:
        asks_more = self.rules.one_per_team or self.rules.inside != (0.0, 1.0)
        return COMPILED and not asks_more and self.shape[0] * self.shape[1] > LARGE

    def _left(self) -> tuple[Ints, Ints]:
        """Places and demand once the must-pairs are made."""
        places, wanted = self.capacity.copy(), self.columns.demand.copy()
        for mentee, mentor in self.must:
            places[mentor] -= 1
            wanted[mentee] -= 1
            names = self.columns.keys[mentee], self.pool.columns.keys[mentor]
            if places[mentor] < 0 or wanted[mentee] < 0:
                raise contradiction(*names, "further must-pairs take every place that one of them has")
        return places, wanted

    def _with_must(self, answer: Assignment) -> Assignment:
        if not self.must:
            return replace(answer, capacity=self.capacity)
        made = np.array(self.must, dtype=np.int64)
        fits = self.parts(made[:, 0], made[:, 1]).sum(axis=0) / POINT
        pairs, worth = np.vstack([answer.pairs, made]), np.concatenate([answer.fits, fits])
        order = np.lexsort((pairs[:, 1], pairs[:, 0]))
        bound = answer.bound + float(fits.sum())
        return replace(answer, pairs=pairs[order], fits=worth[order], bound=bound, capacity=self.capacity)

    def _must_rows(self) -> list[tuple[int, int]]:
        """The must-pairs as rows; each is checked alone, so that the contradiction can be named."""
        rows = []
        for mentee, mentor in self.rules.must:
            why = [gate for gate in self.explain(mentee, mentor).closed if gate.gate != Gate.BELOW_FLOOR]
            if why:
                raise contradiction(mentee, mentor, " and ".join(words(gate) for gate in why))
            rows.append((self.columns.row[mentee], self.pool.columns.row[mentor]))
        return rows

    def _teams(self) -> Ints:
        """A number for each mentor and team: shape (n, m), -1 for a mentee without a team."""
        teams = {team: number for number, team in enumerate(dict.fromkeys(self.columns.teams))}
        number = np.array(
            [-1 if team is None else teams[team] for team in self.columns.teams], dtype=np.int64
        )
        cell = number[:, None] * len(self.pool) + np.arange(len(self.pool))[None, :]
        return np.where(number[:, None] < 0, -1, cell)

    def _within_shares(
        self, ordered: Table, terms: Terms, rows: Ints, columns: Ints, tolerance: float,
        stop: Callable[[], bool] | None,
    ) -> Assignment:  # fmt: skip
        """Pay or charge pairs inside one organisation until their share is within the rule's bounds.

        Lagrangian relaxation (Everett 1963): the least payment that keeps the rule, found by bisection.
        """
        low, high = self.rules.inside
        together = inside(self.columns.organisations, self.pool.columns.organisations)[np.ix_(rows, columns)]

        def at(pay: int) -> tuple[Assignment, float]:
            paid = np.where(together & (ordered.cells != FORBIDDEN), ordered.cells + pay, ordered.cells)
            answer = settle(Table(paid, POINT), terms, tolerance=tolerance, stop=stop)
            pairs = answer.pairs[:, 0], answer.pairs[:, 1]
            share = float(together[pairs].mean()) if len(answer.pairs) else low
            true = ordered.fits(*pairs) / POINT
            return replace(answer, fits=true, bound=answer.bound - answer.total + float(true.sum())), share

        answer, share = at(0)
        if low <= share <= high:
            return answer
        sign, kept, near, far = (1 if share < low else -1), None, 0, 1 << 15
        while near < far:
            middle = (near + far) // 2
            trial, share = at(sign * middle)
            if (share >= low) if sign > 0 else (share <= high):
                kept, far = trial, middle
            else:
                near = middle + 1
        if kept is None:
            raise InputError("inside", "No assignment keeps to the share of pairs inside one organisation.")
        return kept


def _priced(source: Source, terms: Terms, prices: NDArray[np.float64]) -> Pairs:
    """The best of every mentee at these prices; mentors that are too dear for all come in with the proof."""
    price = np.rint(prices * source.scale * terms.factor).astype(np.int64)
    return source.above(terms.factor, price, np.full(source.shape[0], LOWEST), EACH)
