"""What is measured, each in a process of its own so that its memory can be read."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from pairing import Problem, Weights, assign, blocking_pairs, stable
from pairing.executor import Threads

from . import markets

Result = Mapping[str, Any]
TABLES = Path(__file__).parent / ".peers" / "tables-laid-out"


def clocked(work: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """The answer, with wall and processor seconds (children included) and the peak of memory."""
    wall, before = time.perf_counter(), _used()
    answer = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return answer, {"wall": time.perf_counter() - wall, "cpu": _used() - before, "megabytes": memory}


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def rules(size: int) -> Result:
    """The round of ``peers/mentor_match.py``: the same people and the same points."""
    rng = np.random.default_rng(1)
    (grade, org, job), (grade_b, org_b, job_b) = (
        [rng.integers(1, 8, size), rng.integers(0, 20, size), rng.integers(0, 12, size)] for _ in range(2)
    )
    assign(np.eye(300), np.ones(300))  # compiled before the clock starts

    def work() -> Any:
        points = 12 * (grade[:, None] - grade_b[None] > 1) + 10 * (org[:, None] != org_b[None])
        return assign((points + 15 * (job[:, None] == job_b[None])).T, np.ones(size),
                      people=range(size), mentors=range(size))  # fmt: skip

    answer, figures = clocked(work)
    return {**figures, "people": answer.people, "total": answer.total, "gap": answer.gap}


def rankings(people: int, mentors: int) -> Result:
    """Full lists, as for ``peers/rankings.py``, from the same arrays."""
    rng = np.random.default_rng(1)
    mine = np.argsort(rng.random((people, mentors)), axis=1)
    theirs = np.argsort(rng.random((mentors, people)), axis=1)
    capacity = rng.integers(1, 5, mentors)
    stable(mine[:1, :1] * 0, theirs[:1, :1] * 0, [1])
    answer, figures = clocked(lambda: stable(mine, theirs, capacity))
    blocking = len(blocking_pairs(answer, mine, theirs, capacity))
    return {**figures, "people": answer.people, "blocking": blocking}


def long_rankings(people: int, mentors: int, length: int) -> Result:
    """Lists of some length; ``solving`` is the deferred acceptance alone."""
    from importlib import import_module  # noqa: PLC0415  # the module that a function of the same name hides

    module: Any = import_module("pairing.stable")
    rng = np.random.default_rng(1)
    mine = np.argsort(rng.random((people, 64)), axis=1)[:, :length] * (mentors // 64) + rng.integers(
        0, mentors // 64, (people, 1)
    )
    who, whom = np.repeat(np.arange(people), length), mine.ravel()
    order = np.lexsort((rng.random(who.size), whom))
    start = np.searchsorted(whom[order], np.arange(mentors + 1))
    theirs = np.full((mentors, int(np.diff(start).max(initial=1))), -1)
    theirs[whom[order], np.arange(who.size) - start[whom[order]]] = who[order]
    stable([[0]], [[0]], [1])
    spent: list[float] = []
    loop = module.propose

    def timed(*given: Any) -> Any:
        begin = time.perf_counter()
        answer = loop(*given)
        spent.append(time.perf_counter() - begin)
        return answer

    module.propose = timed
    answer, figures = clocked(lambda: stable(mine, theirs, np.full(mentors, 3)))
    return {**figures, "solving": spent[-1], "people": answer.people}


def profiles(people: int, mentors: int, places: int, popular: float, tolerance: float) -> Result:
    """From columns to a certified assignment with the parts of every pair."""
    rng = np.random.default_rng(1)
    one, other = markets.mentees(rng, people), markets.mentors(rng, mentors, places, popular)
    for warm in (800, 200):  # compiled before the clock starts: what large rounds use, and what small ones do
        Problem(markets.mentees(rng, warm), markets.mentors(rng, warm - 50, warm, 0)).assign()

    def work() -> Any:
        problem = Problem(one, other)
        answer = problem.assign(tolerance=tolerance)
        return answer, problem.parts(answer.pairs[:, 0], answer.pairs[:, 1])

    (answer, parts), figures = clocked(work)
    exact = bool((parts.sum(axis=0) == np.rint(100 * answer.fits)).all())
    return {**figures, "people": answer.people, "total": answer.total, "gap": answer.gap,
            "certain": answer.certain, "rounds": answer.rounds, "parts_add_up": exact}  # fmt: skip


def in_programmes(programmes: int, people: int, mentors: int, tolerance: float) -> Result:
    """From columns to certified pairs with their parts: the worst gap of a programme, and that of all."""
    rng = np.random.default_rng(1)
    Problem(markets.mentees(rng, 800), markets.mentors(rng, 700, 800, 0)).assign()
    spent = {"wall": 0.0, "cpu": 0.0, "megabytes": 0.0}
    total, bound, matched, worst = 0.0, 0.0, 0, 0.0
    for _programme in range(programmes):
        problem = Problem(markets.mentees(rng, people), markets.mentors(rng, mentors, int(1.2 * people), 0.3))
        answer, figures = clocked(partial(_matched, problem, tolerance))
        spent = {"wall": spent["wall"] + figures["wall"], "cpu": spent["cpu"] + figures["cpu"],
                 "megabytes": figures["megabytes"]}  # fmt: skip
        total, bound = total + answer.total, bound + answer.total / (1 - answer.gap)
        matched, worst = matched + answer.people, max(worst, answer.gap)
    return {**spent, "people": matched, "total": total, "gap": 1 - total / bound, "worst_gap": worst}


def _matched(problem: Problem, tolerance: float) -> Any:
    answer = problem.assign(tolerance=tolerance)
    problem.parts(answer.pairs[:, 0], answer.pairs[:, 1])
    return answer


def what_if(people: int, mentors: int) -> Result:
    """One weight changed, answered again."""
    rng = np.random.default_rng(1)
    problem = Problem(markets.mentees(rng, people), markets.mentors(rng, mentors, people + mentors, 0.3))
    before = problem.assign(tolerance=1e-4)
    other = problem.changed(weights=Weights(goals=45, values=15))
    answer, figures = clocked(lambda: other.assign(tolerance=1e-4, near=before))
    moved = set(map(tuple, before.pairs)) ^ set(map(tuple, answer.pairs))
    return {**figures, "gap": answer.gap, "rounds": answer.rounds, "moved": len(moved)}


def ties(people: int, mentors: int, levels: int) -> Result:
    """An array with few distinct scores, as real profiles have."""
    rng = np.random.default_rng(1)
    kinds_a, kinds_b = rng.integers(0, 300, people), rng.integers(0, 120, mentors)
    table = np.rint(rng.beta(2, 5, (300, 120)) * levels)
    fit = table[kinds_a][:, kinds_b]
    capacity = rng.integers(1, 5, mentors)
    assign(np.eye(300), np.ones(300))
    answer, figures = clocked(
        lambda: assign(fit, capacity, people=range(people), mentors=range(mentors), tolerance=1e-4)
    )
    return {**figures, "people": answer.people, "gap": answer.gap, "certain": answer.certain,
            "distinct": int(np.unique(table).size), "rounds": answer.rounds}  # fmt: skip


def scipy_dense(size: int) -> Result:
    """SciPy's assignment on the table that our profiles give."""
    rng = np.random.default_rng(1)
    problem = Problem(markets.mentees(rng, size), markets.mentors(rng, size, size, 0.3))
    cells = problem.table().cells
    value = np.where(cells < 0, 0.0, cells + 1e7)
    pairs, figures = clocked(lambda: linear_sum_assignment(value, maximize=True))
    chosen = cells[pairs]
    return {**figures, "people": int((chosen >= 0).sum()), "total": float(chosen[chosen >= 0].sum() / 100)}


def saved_table(people: int, mentors: int, places: int) -> Result:
    """From columns to the exact best with the parts of every pair; the table is laid aside for ``peers/tables.py``."""
    rng = np.random.default_rng(1)
    one, other = markets.mentees(rng, people), markets.mentors(rng, mentors, places, 0.3)
    TABLES.mkdir(parents=True, exist_ok=True)
    cells = Problem(one, other).table().cells
    np.savez(TABLES / f"{people}-{mentors}-{places}.npz", cells=cells, places=other.places)
    return profiles(people, mentors, places, 0.3, 0.0)


def grown(people: int, mentors: int, places: int, runs: int) -> Result:
    """The run with the median of the processor time, to 0.01 %."""
    found = [profiles(people, mentors, places, 0.3, 1e-4) for _ in range(runs)]
    return sorted(found, key=lambda one: float(one["cpu"]))[runs // 2]


def floor(people: int, mentors: int, runs: int) -> Result:
    """The multiplication alone, in our tiles: what no method that looks at all pairs can be faster than."""
    rng = np.random.default_rng(1)
    one, other = rng.random((128, 256), dtype=np.float32), rng.random((256, 2048), dtype=np.float32)
    blocks = [min(128, people - start) for start in range(0, people, 128)]
    widths = [min(2048, mentors - start) for start in range(0, mentors, 2048)]

    def work(mine: list[int]) -> None:
        for rows in mine:
            for width in widths:
                np.dot(one[:rows], other[:, :width])

    found = [clocked(lambda: Threads(2).map(work, [blocks[::2], blocks[1::2]]))[1] for _ in range(runs)]
    return sorted(found, key=lambda figures: figures["cpu"])[runs // 2]
