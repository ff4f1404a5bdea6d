"""A round decided: from people, weights and rules to pairs, the same for the same input and seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

import pairing
from pairing import Assignment, Explanation, InputError, Rules, Weights

from .snapshots import People, digest_of, pair_of

Ints = NDArray[np.int64]
Pairs = Sequence[Sequence[int]]
Stop = Callable[[], bool]
Rankings = Mapping[int, Sequence[int]]
PARTS = tuple(pairing.PARTS)
"""The names of the parts of a fit, in the order in which they are kept."""
BOUNDS = pairing.BOUNDS
POINT = 100
EXACT_UP_TO = 1_000_000
"""Pairs up to which nothing less than the proven best will do; beyond, a millionth of the total."""
TOLERANCE = 1e-6
LISTED = 200
"""The longest list of choices in a stable decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a decision follows from, beside the people. Weights and rules are plain, as they are kept."""

    aim: str = "total"
    weights: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)  # Any: see ``Round.rules``
    mentee_rankings: Rankings = field(default_factory=dict)
    mentor_rankings: Rankings = field(default_factory=dict)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """The pairs with their fits (hundredths) and parts, by people's numbers, sorted."""

    pairs: list[list[Any]]  # Any: [mentee, mentor, fit, [parts]]
    unmatched: list[int]
    total: int
    gap: float

    def kept(self) -> dict[str, Any]:  # Any: plain values for a JSON column
        """As it is kept."""
        worst = min((pair[2] for pair in self.pairs), default=0)
        return {
            "pairs": self.pairs,
            "unmatched": self.unmatched,
            "total": self.total,
            "people": len(self.pairs),
            "worst": worst,
            "gap": self.gap,
        }

    @property
    def digest(self) -> str:
        """The fingerprint of who is with whom."""
        return digest_of(json.dumps(self.pairs, separators=(",", ":")))


def problem_of(people: People, asked: Asked) -> pairing.Problem:
    """Return the engine's problem; raises ``InputError`` for weights out of bounds and for contradictions."""
    return pairing.Problem(people.mentees, people.mentors, weighed(asked.weights), rules_of(asked.rules))


def explained(text: str, mentee: int, mentor: int, weights: Mapping[str, int]) -> Explanation:
    """Return the reasons and gaps of one pair as a decision saw them, from its snapshot."""
    one, other = pair_of(text, mentee, mentor)
    return pairing.explain_pair(one, other, weighed(weights))


def weighed(kept: Mapping[str, int]) -> Weights:
    """Return plain weights as the engine's; none at all are the usual ones."""
    return Weights(**kept) if kept else Weights()


def rules_of(kept: Mapping[str, Any]) -> Rules:  # Any: see ``Round.rules``
    """Return plain rules as the engine's."""
    seniority = kept.get("seniority")
    low, high = kept.get("inside") or (0.0, 1.0)
    return Rules(
        must=tuple((one, other) for one, other in kept.get("must", ())),
        never=tuple((one, other) for one, other in kept.get("never", ())),
        own_organisation=bool(kept.get("own_organisation")),
        inside=(low, high),
        seniority=(seniority[0], seniority[1]) if seniority else None,
        one_per_team=bool(kept.get("one_per_team")),
        floor=kept.get("floor"),
    )


def decide(people: People, asked: Asked, *, stop: Stop | None = None) -> Decided:
    """Decide a round. ``stop`` is asked now and then; a yes raises ``pairing.Cancelled``."""
    problem = problem_of(people, asked)
    return decided(problem, solved(problem, asked, stop=stop))


def solved(problem: pairing.Problem, asked: Asked, *, stop: Stop | None = None) -> Assignment:
    """Return the engine's own answer by the aim that was asked for."""
    if asked.aim == "stable":
        return _stable(problem, asked)
    answer = _assigned(problem, asked, stop)
    return _raised(problem, asked, answer, stop) if asked.aim == "worst-off" else answer


def decided(problem: pairing.Problem, answer: Assignment) -> Decided:
    """Return an answer by people's numbers, each pair with its parts."""
    parts = problem.parts(answer.pairs[:, 0], answer.pairs[:, 1]).T.tolist()
    rows = [
        [mentee, mentor, sum(points), points]
        for (mentee, mentor), points in zip(problem.named(answer), parts, strict=True)
    ]
    rows.sort(key=lambda row: row[:2])
    unmatched = sorted(problem.columns.keys[row] for row in answer.unmatched)
    return Decided(rows, unmatched, sum(row[2] for row in rows), float(answer.gap))


def _assigned(problem: pairing.Problem, asked: Asked, stop: Stop | None) -> Assignment:
    large = problem.shape[0] * problem.shape[1] > EXACT_UP_TO
    return problem.assign(seed=asked.seed, tolerance=TOLERANCE if large else 0.0, stop=stop)


def _raised(problem: pairing.Problem, asked: Asked, best: Assignment, stop: Stop | None) -> Assignment:
    """Raise the floor as far as as many people still find somebody; then the largest total above it."""
    must = set(problem.must)
    free = [fit for (a, b), fit in zip(best.pairs, best.fits, strict=True) if (int(a), int(b)) not in must]
    if not free:
        return best
    first = low = round(min(free) * POINT)
    high = 100 * POINT
    while low < high:
        middle = (low + high + 1) // 2
        # Here only the number of people counts, so nothing is asked of the total.
        trial = _floored(problem, middle).assign(seed=asked.seed, tolerance=np.inf, stop=stop, near=best)
        if (trial.people, len(trial.pairs)) == (best.people, len(best.pairs)):
            low = middle
        else:
            high = middle - 1
    kept = best if low == first else _assigned(_floored(problem, low), asked, stop)
    return replace(kept, best_total=best.total)


def _floored(problem: pairing.Problem, hundredths: int) -> pairing.Problem:
    return problem.changed(rules=replace(problem.rules, floor=hundredths / POINT))


def _stable(problem: pairing.Problem, asked: Asked) -> Assignment:
    """Deferred acceptance: first whom people ranked, then the others by fit; must-pairs are made before."""
    if problem.rules.one_per_team or problem.rules.inside != (0.0, 1.0):
        raise InputError(
            "stable",
            "A stable round cannot keep to one mentee of a team or to a share inside one organisation.",
        )
    cells, places = problem.table().cells, problem.capacity.copy()
    open_ones = cells >= 0
    for mentee, mentor in problem.must:
        places[mentor] -= 1
        open_ones[mentee] = False
    fits = np.where(open_ones, cells, 0)
    mentees, mentors = problem.columns.keys, problem.pool.columns.keys
    mine = _wanted(fits, mentees, mentors, asked.mentee_rankings, asked.seed)
    theirs = _wanted(fits.T, mentors, mentees, asked.mentor_rankings, asked.seed)
    lists = _lists(mine, open_ones)
    answer = pairing.stable(lists, _back(lists, theirs), places, fit=fits / POINT)
    return _with_must(problem, answer)


def _wanted(fits: Ints, who: Sequence[Any], whom: Sequence[Any], rankings: Rankings, seed: int) -> Ints:
    """How much each row wants each column: whom they ranked, then the fit, then a lot; no two alike."""
    wanted = fits.astype(np.int64) << 20
    row_of = {key: row for row, key in enumerate(who)}
    place_of = {key: place for place, key in enumerate(whom)}
    for person, others in rankings.items():
        for place, other in enumerate(others):
            if person in row_of and other in place_of:
                wanted[row_of[person], place_of[other]] += (len(others) - place) << 40
    drawn = pairing.ranked(np.zeros(len(whom), dtype=np.int32), list(whom), seed)
    wanted[:, drawn] -= np.arange(len(whom))
    return wanted


def _lists(wanted: Ints, open_ones: NDArray[np.bool_]) -> Ints:
    """Each row's open columns, most wanted first, at most ``LISTED`` of them; padded with -1."""
    asked = np.where(open_ones, wanted, np.iinfo(np.int64).min + 1)
    order = np.argsort(-asked, axis=1, kind="stable")[:, :LISTED]
    return np.where(np.take_along_axis(open_ones, order, axis=1), order, -1)


def _back(lists: Ints, wanted: Ints) -> list[list[int]]:
    """The lists of the other side: everybody who names them, most wanted first."""
    who, place = np.nonzero(lists >= 0)
    whom = lists[who, place]
    order = np.lexsort((-wanted[whom, who], whom))
    starts = np.searchsorted(whom[order], np.arange(1, wanted.shape[0]))
    return [part.tolist() for part in np.split(who[order], starts)] if wanted.shape[0] else []


def _with_must(problem: pairing.Problem, answer: Assignment) -> Assignment:
    """The answer with the pairs that were made before."""
    if not problem.must:
        return answer
    made = np.array(problem.must, dtype=np.int64)
    worth = np.concatenate([answer.fits, problem.parts(made[:, 0], made[:, 1]).sum(axis=0) / POINT])
    pairs = np.vstack([answer.pairs, made])
    return replace(answer, pairs=pairs, fits=worth, bound=float(worth.sum()), capacity=problem.capacity)
