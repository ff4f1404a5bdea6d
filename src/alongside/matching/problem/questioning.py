"""A round questioned: worked out under other weights and rules, measured, balanced, and explained pair by pair."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

import pairing
from pairing import Assignment, Explanation, Gate, Problem, Why

from .deciding import POINT, Asked, Rankings, rules_of, solved, weighed

Ints = NDArray[np.int64]
Pair = tuple[int, int]
BLOCK = 256
"""Mentees looked at together, so that a large round is never laid out in full."""
FINE = 20
"""Bits that keep a fit below every wish."""


class Worked:
    """A round under one set of weights, rules and aim, with its answer."""

    def __init__(self, base: Problem, asked: Asked, decided: Sequence[Pair] | None = None) -> None:
        """``decided``: the pairs, where they were worked out before."""
        self.asked, self.decided = asked, decided is not None
        self.problem = base.changed(weights=weighed(asked.weights), rules=rules_of(asked.rules))
        self.answer: Assignment = (
            solved(self.problem, asked) if decided is None else _answer(self.problem, decided)
        )

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Who is with whom, by mentee."""
        return {int(str(one)): int(str(other)) for one, other in self.problem.named(self.answer)}

    @cached_property
    def fits(self) -> dict[int, int]:
        """The fit of every mentee with their mentor, in hundredths; whoever has nobody is not in it."""
        return dict(zip(self.pairs, self.measure(list(self.pairs.items())), strict=True))

    @property
    def priced(self) -> bool:
        """Whether the prices of this answer say what another pair would cost."""
        return self.asked.aim == "total" and self.problem.rules.inside == (0.0, 1.0) and not self.decided

    def measure(self, pairs: Sequence[Pair]) -> list[int]:
        """The fits of any pairs under these weights, in hundredths."""
        if not pairs:
            return []
        rows = np.array([self.problem.columns.row[one] for one, _ in pairs], dtype=np.int64)
        places = np.array([self.problem.pool.columns.row[other] for _, other in pairs], dtype=np.int64)
        return [int(fit) for fit in self.problem.parts(rows, places).sum(axis=0)]

    def explain(self, mentee: int, mentor: int) -> Explanation:
        """The parts, reasons, gaps and closed gates of one pair."""
        return self.problem.explain(mentee, mentor)

    def why(self, mentee: int, mentor: int | None = None) -> Why:
        """What the prices say of one pair, or of a mentee who has nobody."""
        return pairing.explain(self.problem, self.answer, mentee, mentor, exact=False, seed=self.asked.seed)

    def row(self, mentee: int) -> list[tuple[int, int]]:
        """Everybody open to a mentee with the fit, the best first."""
        return row(self.problem, mentee)

    def block(self, mentees: Sequence[int], mentors: Sequence[int]) -> list[list[int]]:
        """The fits of some mentees with some mentors in hundredths; below zero where they cannot be a pair."""
        rules = self.problem.rules
        must = tuple(pair for pair in rules.must if pair[0] in mentees and pair[1] in mentors)
        some, others = map(self.problem.mentee, mentees), map(self.problem.mentor, mentors)
        cells = Problem(some, others, self.problem.weights, replace(rules, must=must)).table().cells
        return [[max(-1, int(cell)) for cell in line] for line in cells]

    def worth_of_places(self) -> list[tuple[int, int, float]]:
        """What one more place of each mentor would bring, the most first: (mentor, people, points)."""
        person = self.answer.person
        found = []
        for key, price in zip(self.problem.pool.columns.keys, self.answer.prices, strict=True):
            people = round(price / person) if person else 0
            found.append((int(str(key)), people, max(0.0, float(price) - people * person)))
        return sorted(found, key=lambda row: (-row[1], -row[2], row[0]))


def _answer(problem: Problem, pairs: Sequence[Pair]) -> Assignment:
    """Pairs as the engine's answer, without prices."""
    mentees, mentors = problem.columns.row, problem.pool.columns.row
    rows = np.array(sorted((mentees[one], mentors[other]) for one, other in pairs), dtype=np.int64).reshape(
        -1, 2
    )
    fits = problem.parts(rows[:, 0], rows[:, 1]).sum(axis=0) / POINT
    return Assignment(rows, fits, problem.shape, problem.capacity, bound=float(fits.sum()))


def row(problem: Problem, mentee: int) -> list[tuple[int, int]]:
    """Every mentor open to a mentee with the fit in hundredths, the best first."""
    return _in_order(problem.pool.columns.keys, problem.of([mentee]).table().cells[0])


def column(problem: Problem, mentor: int) -> list[tuple[int, int]]:
    """Every mentee open to a mentor with the fit in hundredths, the best first; looked at block by block."""
    keys, place = problem.columns.keys, problem.pool.columns.row[mentor]
    blocks = [
        problem.of(keys[start : start + BLOCK]).table().cells[:, place]
        for start in range(0, len(keys), BLOCK)
    ]
    return _in_order(keys, np.concatenate(blocks))


def _in_order(keys: Sequence[Any], cells: Ints) -> list[tuple[int, int]]:  # Any: the keys of people
    order = np.lexsort((np.arange(cells.size), -cells))
    return [(int(str(keys[at])), int(cells[at])) for at in order if cells[at] >= 0]


def with_rules(asked: Asked, *, must: Sequence[Pair] = (), never: Sequence[Pair] = ()) -> Asked:
    """The same question with further pairs that must be or must never be; a mentee has one must-pair at most."""
    asked_for = {one for one, _ in must}
    kept = [
        pair for pair in _pairs(asked.rules.get("must")) if pair[0] not in asked_for and pair not in never
    ]
    rules = {
        **asked.rules,
        "must": [*kept, *must],
        "never": [pair for pair in _pairs(asked.rules.get("never")) if pair not in must] + [*never],
    }
    return replace(asked, rules=rules)


def _pairs(kept: Any) -> list[Pair]:  # Any: pairs as JSON keeps them, or nothing
    return [(int(one), int(other)) for one, other in kept or ()]


@dataclass(frozen=True, slots=True)
class Balance:
    """An answer seen from all sides. Fits are points; a group's figures are None when it is too small to show."""

    audit: pairing.Audit
    blocking: int
    blocked_people: int
    sides: Mapping[Any, pairing.Group]  # Any: the name of a group
    teams: Mapping[Any, pairing.Group]
    rungs: Mapping[Any, pairing.Group]
    wished: tuple[int, int, int]
    """Mentees who ranked somebody; of them with their first choice; with anybody whom they ranked."""


def balance(worked: Worked) -> Balance:
    """Stability, load, and how far groups lie apart."""
    mentees, answer = worked.problem.mentees, worked.answer
    blocking, people = rather_each_other(worked)
    teams = pairing.audit(answer, groups=[one.team for one in mentees])
    rungs = pairing.audit(answer, groups=[one.seniority for one in mentees])
    sides = pairing.audit(answer, groups=[_side(worked, one) for one in mentees])
    return Balance(
        pairing.audit(answer), blocking, people, sides.groups, teams.groups, rungs.groups, _wished(worked)
    )


def gap(worked: Worked, members: Collection[int]) -> tuple[pairing.Group, pairing.Group]:
    """How the mentees of one group fare, and all the others; without figures where a side is too small."""
    inside = [int(str(one.key)) in members for one in worked.problem.mentees]
    groups = pairing.audit(worked.answer, groups=inside).groups
    nobody = pairing.Group(None, None, None)
    return groups.get(True, nobody), groups.get(False, nobody)


def _side(worked: Worked, mentee: pairing.Mentee) -> str | None:
    mentor = worked.pairs.get(int(str(mentee.key)))
    if mentor is None:
        return None
    here = worked.problem.mentor(mentor).organisations
    return "inside" if set(mentee.organisations) & set(here) else "outside"


def _wished(worked: Worked) -> tuple[int, int, int]:
    ranked = worked.asked.mentee_rankings
    got = [(worked.pairs.get(one), others) for one, others in ranked.items() if others]
    first = sum(1 for mentor, others in got if mentor == others[0])
    return len(got), first, sum(1 for mentor, others in got if mentor in others)


def rather_each_other(worked: Worked) -> tuple[int, int]:
    """Pairs who would both rather have each other than what they have, and the mentees in one.

    People want first whom they ranked, in their order, and then by the fit; looked at block by block.
    """
    problem, asked = worked.problem, worked.asked
    keys, mentors = problem.columns.keys, problem.pool.columns
    mentor_of = {row: mentors.row[worked.pairs[key]] for key, row in problem.columns.row.items()
                 if key in worked.pairs}  # fmt: skip
    theirs = _least_wanted(worked)
    count = people = 0
    for start in range(0, len(keys), BLOCK):
        few = keys[start : start + BLOCK]
        cells = problem.of(few).table().cells
        open_ones = cells >= 0
        mine = _liked(cells, few, mentors.row, asked.mentee_rankings)
        back = _liked(cells.T, mentors.keys, {key: at for at, key in enumerate(few)}, asked.mentor_rankings).T
        own = np.full(len(few), -1, dtype=np.int64)
        for at in range(len(few)):
            mentor = mentor_of.get(start + at)
            if mentor is not None:
                own[at] = mine[at, mentor] if open_ones[at, mentor] else np.iinfo(np.int64).max
                open_ones[at, mentor] = False
        both = open_ones & (mine > own[:, None]) & (back > theirs[None, :])
        count, people = count + int(both.sum()), people + int(both.any(axis=1).sum())
    return count, people


def _least_wanted(worked: Worked) -> Ints:
    """For each mentor what a mentee must be liked more than: the least liked of theirs, or nothing with room."""
    problem, answer = worked.problem, worked.answer
    far = np.iinfo(np.int64).max
    least = np.full(problem.shape[1], far)
    ranked = worked.asked.mentor_rankings
    for mentee, mentor in worked.pairs.items():
        place, fit = problem.pool.columns.row[mentor], worked.fits[mentee]
        least[place] = min(least[place], fit + _bonus(ranked.get(mentor, ()), mentee))
    room = answer.load < problem.capacity
    return np.where(room, -1, np.where(problem.capacity == 0, far, least))


def _liked(cells: Ints, who: Sequence[Any], place_of: Mapping[Any, int], rankings: Rankings) -> Ints:
    liked = cells.astype(np.int64)
    for row, person in enumerate(who):
        for other in rankings.get(person, ()):
            if other in place_of:
                liked[row, place_of[other]] += _bonus(rankings[person], other)
    return liked


def _bonus(ranking: Sequence[int], other: int) -> int:
    return (len(ranking) - list(ranking).index(other)) << FINE if other in ranking else 0


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a mentee has nobody: how many mentors lie behind each gate, who is nearest, and how far."""

    mentee: int
    closed: Mapping[int, int]
    nearest: int | None
    fit: int
    short: float | None
    """Points by which the fit with the nearest would have to rise, where the prices say so."""


def unplaced(worked: Worked, mentees: Sequence[int]) -> list[Unplaced]:
    """Why some mentees have nobody."""
    if not mentees:
        return []
    few = worked.problem.of(mentees)
    closed, cells = few.closed(), few.table().cells
    return [_unplaced(worked, key, closed[at], cells[at]) for at, key in enumerate(mentees)]


def _unplaced(worked: Worked, mentee: int, closed: NDArray[np.uint16], cells: Ints) -> Unplaced:
    gates = {int(gate): int(((closed & np.uint16(gate)) != 0).sum()) for gate in Gate}
    behind = {gate: count for gate, count in gates.items() if count}
    if not (cells >= 0).any():
        return Unplaced(mentee, behind, None, 0, None)
    prices = worked.answer.prices if worked.priced else np.zeros(cells.size)
    offer = np.where(cells >= 0, cells / POINT + worked.answer.person - prices, -np.inf)
    best = int(np.lexsort((-cells, -offer))[0])
    key = int(str(worked.problem.pool.columns.keys[best]))
    _people, points = _taken_apart(max(0.0, -float(offer[best])), worked.answer.person)
    return Unplaced(mentee, behind, key, int(cells[best]), points if worked.priced else None)


def _taken_apart(amount: float, person: float) -> tuple[int, float]:
    people = round(amount / person) if person else 0
    return people, max(0.0, amount - people * person)
