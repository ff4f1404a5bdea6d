"""What a matching came to, whatever it was made from: rows for the file, figures for the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from pairing import (
    PARTS,
    Assignment,
    Closed,
    Explanation,
    Gate,
    InputError,
    Problem,
    audit,
    fair,
    stable,
    words,
)
from pairing.audit import Audit
from pairing.table import FORBIDDEN, Table

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Matched:
    """``rows`` under ``header``; ``unit`` is what a fit is counted in; ``reasons`` how often each came."""

    header: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    assignment: Assignment
    audit: Audit
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    unit: str
    parts: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    gaps: Mapping[str, int] = field(default_factory=dict)
    best_total: float | None = None


def of_problem(problem: Problem, aim: str, seed: int, say: Say) -> Matched:
    """People matched by their fit, each pair with its parts, reasons and gaps."""
    say(f"Scoring {problem.shape[0]:,} × {problem.shape[1]:,} pairs")
    table = problem.table()
    say("Matching")
    assignment = _solved(problem, table, aim, seed)
    say("Explaining")
    fits = np.where(table.cells == FORBIDDEN, -np.inf, table.cells / table.scale)
    pairs = problem.named(assignment)
    found = [problem.explain(mentee, mentor) for mentee, mentor in pairs]
    rows = [_row(mentee, mentor, why) for (mentee, mentor), why in zip(pairs, found, strict=True)]
    rows += _alone(problem, assignment)
    return Matched(
        header=("mentee", "mentor", "fit", *PARTS, "confidence", "reasons", "gaps"),
        rows=tuple(rows),
        assignment=assignment,
        audit=audit(assignment, fits),
        mentees=tuple(str(key) for key in problem.columns.keys),
        mentors=tuple(str(key) for key in problem.pool.columns.keys),
        unit="points of 100",
        parts=_parts(found),
        reasons=Counter(_said(reason.kind) for why in found for part in why.parts for reason in part.reasons),
        gaps=Counter(_said(gap.kind) for why in found for part in why.parts for gap in part.gaps),
        best_total=assignment.best_total,
    )


def _solved(problem: Problem, table: Table, aim: str, seed: int) -> Assignment:
    if aim == "total":
        return problem.assign(seed=seed)
    if problem.rules.inside != (0.0, 1.0) or problem.rules.one_per_team:
        raise InputError("aim", "Shares inside and one per team go with the aim “total” only.")
    fits = np.where(table.cells == FORBIDDEN, -np.inf, table.cells / table.scale)
    if aim == "stable":
        if problem.must or (problem.columns.demand != 1).any():
            raise InputError("aim", "A stable matching has no must-pairs, and one mentor for each mentee.")
        return stable(_ranked(fits), _ranked(fits.T), problem.capacity, fit=fits, seed=seed)
    keys: dict[str, Any] = {"people": problem.columns.keys, "mentors": problem.pool.columns.keys}
    return fair(fits, problem.capacity, aim="worst-off", fixed=problem.must, demand=problem.columns.demand,
                wait=problem.columns.waiting, seed=seed, **keys)  # fmt: skip


def _ranked(fits: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[list[list[int]]]:
    """Everybody allowed, best first, equals tied."""
    rankings = []
    for row in fits:
        places: dict[float, list[int]] = {}
        for place in np.argsort(-row, kind="stable"):
            if row[place] > -np.inf:
                places.setdefault(float(row[place]), []).append(int(place))
        rankings.append(list(places.values()))
    return rankings


def _row(mentee: object, mentor: object, why: Explanation) -> tuple[object, ...]:
    points = [f"{part.points / 100:.2f}" for part in why.parts]
    reasons = [words(reason) for part in why.parts for reason in part.reasons if reason.kind not in QUIET]
    gaps = [words(gap) for part in why.parts for gap in part.gaps]
    confidence = f"{why.confidence:.0%}"
    return (
        mentee,
        mentor,
        f"{why.total / 100:.2f}",
        *points,
        confidence,
        "; ".join(reasons),
        "; ".join(gaps),
    )


QUIET = ("half_for_unknown", "nothing_wanted", "nothing_wished")


def _alone(problem: Problem, assignment: Assignment) -> list[tuple[object, ...]]:
    """Why somebody has nobody, counted over the mentors."""
    closed = problem.closed()
    rows: list[tuple[object, ...]] = []
    for mentee in assignment.unmatched:
        counts = {gate: int(((closed[mentee] & np.uint16(gate)) != 0).sum()) for gate in Gate}
        some = sorted((gate for gate in Gate if counts[gate]), key=lambda gate: -counts[gate])
        why = [f"{counts[gate]} mentors: {words(Closed(gate, {}))}" for gate in some[:4]]
        would = int((closed[mentee] == 0).sum())
        if would:
            why.insert(0, f"{would} mentors would do, but their places went to others")
        key = problem.columns.keys[mentee]
        rows.append((key, "", "", *([""] * len(PARTS)), "", "", "; ".join(why)))
    return rows


def _parts(found: Sequence[Explanation]) -> dict[str, tuple[float, int]]:
    if not found:
        return {}
    return {
        part.name: (sum(why.parts[place].points for why in found) / len(found) / 100, part.worth // 100)
        for place, part in enumerate(found[0].parts)
    }


def _said(kind: str) -> str:
    return kind.replace("_", " ")
