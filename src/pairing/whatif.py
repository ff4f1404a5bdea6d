"""``explain`` and ``rematch``: why this pair, why not that one, what would change it, and late changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .assignment import Assignment
from .errors import InputError
from .fit import Explanation
from .gates import Gate
from .problem import Key
from .rounds import POINT, Problem
from .solve import assign
from .table import FORBIDDEN

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Why:
    """One pair in the light of an assignment. Points are of 100.

    ``together``: they are a pair. ``mentor`` is None when the mentee has nobody and none was asked about: then
    ``closed`` counts the mentors behind each gate and ``nearest`` is the open mentor who is least short.
    ``loss_at_least`` is what the round loses if they are made a pair, by the prices: never more than the true
    ``loss``, which is worked out by solving again (None when the pair is closed or was not asked for).
    ``people_lost``: how many fewer would have a mentor. ``moves``: mentee, mentors before, mentors after, of
    everybody who would move. ``needed``: points by which their fit would have to rise to be chosen (at least,
    when the loss was not worked out).
    """

    mentee: Key
    mentor: Key | None
    together: bool
    explanation: Explanation | None
    closed: Mapping[Gate, int]
    nearest: Key | None = None
    loss_at_least: float = 0.0
    loss: float | None = None
    people_lost: int = 0
    moves: tuple[tuple[Key, tuple[Key, ...], tuple[Key, ...]], ...] = ()
    needed: float | None = None


def explain(
    problem: Problem,
    assignment: Assignment,
    mentee: Key,
    mentor: Key | None = None,
    *,
    exact: bool = True,
    seed: int = 0,
) -> Why:
    """Why a mentee is (or is not) with a mentor; without ``mentor``: with their own, or with nobody.

    ``exact=False`` leaves the second solve out and gives the bound alone, at once; ``seed`` is that of the
    assignment.
    """
    row = problem.columns.row[problem.mentee(mentee).key]
    mine = assignment.mentors_of(row)
    if mentor is None and not mine.size:
        why = _why_nobody(problem, assignment, mentee, row)
        if why.nearest is None or not exact:
            return why
        other = explain(problem, assignment, mentee, why.nearest, seed=seed)
        return replace(other, mentor=None, closed=why.closed, nearest=why.nearest)
    key = problem.pool.columns.keys[int(mine[0])] if mentor is None else mentor
    place = problem.pool.columns.row[problem.mentor(key).key]
    found = problem.explain(mentee, key)
    why = Why(mentee, key, bool((mine == place).any()), found, {closed.gate: 1 for closed in found.closed})
    if why.together or found.closed:
        return why
    short = max(0.0, _shortfalls(problem, assignment, row)[place])
    people, points = _in_people(short, assignment.person)
    why = replace(why, loss_at_least=points, people_lost=people, needed=points)
    return _with_exact_loss(why, problem, assignment, seed) if exact else why


def _in_people(short: float, person: float) -> tuple[int, float]:
    """A loss in mixed units, taken apart: whole people, and points."""
    people = round(short / person) if person else 0
    return people, max(0.0, short - people * person)


def _shortfalls(problem: Problem, assignment: Assignment, row: int) -> NDArray[np.float64]:
    """For every mentor, by how much the mentee's best offer at today's prices is better: reduced costs."""
    cells = problem.of([problem.columns.keys[row]]).table().cells[0]
    open_mentors = cells != FORBIDDEN
    offer = np.where(open_mentors, cells / POINT + assignment.person - assignment.prices, -np.inf)
    mine = assignment.mentors_of(row)
    full = mine.size >= problem.columns.demand[row]
    best = float(offer[mine].min()) if full and mine.size else 0.0
    return best - offer


def _why_nobody(problem: Problem, assignment: Assignment, mentee: Key, row: int) -> Why:
    closed = problem.of([mentee]).closed()[0]
    counts = {gate: int(((closed & np.uint16(gate)) != 0).sum()) for gate in Gate}
    short = _shortfalls(problem, assignment, row)
    if not np.isfinite(short).any():
        return Why(mentee, None, False, None, {gate: count for gate, count in counts.items() if count})
    fits = problem.of([mentee]).table().cells[0]
    place = int(np.lexsort((-fits, short))[0])
    key = problem.pool.columns.keys[place]
    _, points = _in_people(max(0.0, float(short[place])), assignment.person)
    return Why(
        mentee, None, False, problem.explain(mentee, key), {gate: count for gate, count in counts.items() if count},
        nearest=key, needed=points,
    )  # fmt: skip


def _with_exact_loss(why: Why, problem: Problem, assignment: Assignment, seed: int) -> Why:
    rules = replace(problem.rules, must=(*problem.rules.must, (why.mentee, why.mentor)))
    try:
        forced = problem.changed(rules=rules).assign(seed=seed)
    except InputError:  # must-pairs already take every place that this pair would need
        return why
    before, after = _by_mentee(problem, assignment), _by_mentee(problem, forced)
    moves = tuple(
        (who, before.get(who, ()), after.get(who, ()))
        for who in problem.columns.keys
        if before.get(who, ()) != after.get(who, ())
    )
    lost = assignment.people - forced.people
    loss = assignment.total - forced.total
    return replace(why, loss=loss, people_lost=lost, moves=moves, needed=max(0.0, loss))


def _by_mentee(problem: Problem, assignment: Assignment) -> dict[Key, tuple[Key, ...]]:
    answer: dict[Key, tuple[Key, ...]] = {}
    for mentee, mentor in problem.named(assignment):
        answer[mentee] = (*answer.get(mentee, ()), mentor)
    return answer


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """What a late round looks like: fits and places of everybody who is there now.

    ``mentees`` and ``mentors`` say which new row each old row has become, -1 for one who left; without
    them the old rows stay and newcomers follow after. ``allowed`` and ``demand`` are as for ``assign``.
    """

    fit: ArrayLike
    capacity: ArrayLike
    mentees: Sequence[int] | None = None
    mentors: Sequence[int] | None = None
    allowed: ArrayLike | None = None
    demand: ArrayLike = 1


def rematch(
    assignment: Assignment,
    changes: Changes,
    *,
    keep: Literal["all"] | Sequence[tuple[int, int]] = "all",
    stay: float = 0.0,
    seed: int = 0,
) -> Assignment:
    """Fit changes in without breaking what is kept.

    ``keep``: the old pairs that stay whatever comes ("all": every pair whose two people are still there, or
    the accepted ones by their old rows). ``stay`` is a bonus in units of fit for old pairs that need not
    stay: the higher, the fewer of them move. A kept pair that the changes forbid is named.
    """
    people = _renamed(changes.mentees, assignment.shape[0])
    mentors = _renamed(changes.mentors, assignment.shape[1])
    here = {(int(a), int(b)): (int(people[a]), int(mentors[b])) for a, b in assignment.pairs}
    here = {old: new for old, new in here.items() if min(new) >= 0}
    fixed = sorted(here.values()) if keep == "all" else sorted(_kept(here, keep))
    fit = np.array(changes.fit, dtype=float)
    bonus = np.zeros_like(fit)
    for pair in set(here.values()) - set(fixed):
        bonus[pair] = stay
    options = {"allowed": changes.allowed, "demand": changes.demand, "fixed": fixed, "seed": seed}
    answer = assign(fit + bonus, changes.capacity, **options)  # type: ignore[arg-type]  # one value a name
    paid = bonus[answer.pairs[:, 0], answer.pairs[:, 1]]
    return replace(answer, fits=answer.fits - paid, bound=answer.bound - float(paid.sum()))


def _renamed(rows: Sequence[int] | None, size: int) -> Ints:
    if rows is None:
        return np.arange(size)
    if len(rows) != size:
        raise InputError("shape", f"There are {len(rows)} new rows for {size} people.")
    return np.asarray(rows, dtype=np.int64)


def _kept(
    here: Mapping[tuple[int, int], tuple[int, int]], keep: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    return [here[old] for old in ((int(a), int(b)) for a, b in keep) if old in here]
