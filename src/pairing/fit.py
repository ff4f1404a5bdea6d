"""The individual fit: how well mentors suit mentees, in whole hundredths of a point that add up exactly.

    pool = prepare(mentors)                  # once, while the mentors stay the same
    scores = score_all(mentee, pool)         # a few milliseconds for ten thousand mentors
    best = shortlist(mentee, pool, count=5, seed=7)
    why = explain_pair(mentee, mentor)       # reasons, gaps and closed gates of one pair

Nothing is held against silence: what one side did not say counts half and is reported as a gap "unknown";
a wish that was not stated cannot be missed. The one exception is a skill that a mentor does not state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from .columns import MenteeColumns, MentorColumns
from .criteria import ALL, Part
from .criteria.logistics import overlap_table
from .criteria.preferences import ranked_pairs
from .errors import InputError
from .gates import Closed, Flags, closed_flags, closed_gates
from .problem import Key, Mentee, Mentor
from .week import ENOUGH, shared_slots
from .weights import DEFAULT, Weights

PARTS: tuple[str, ...] = tuple(criterion.name for criterion in ALL)
Hundredths = NDArray[np.int32]
PAIRS = 1 << 14
"""Pairs whose parts are worked out together."""


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """Mentors made ready: their columns, and the mentor side of every criterion as one matrix (d, m)."""

    columns: MentorColumns
    matrix: NDArray[np.float32]
    slices: tuple[slice, ...]

    def __len__(self) -> int:
        return len(self.columns)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Hundredths of a point for every pair, whether or not a gate is closed.

    ``total`` (n, m) is the sum of ``parts`` (6, n, m), in the order of ``PARTS``; ``closed`` (n, m) holds
    the sum of the closed ``Gate`` bits, 0 for an open pair. For a single mentee n is left out.
    """

    total: Hundredths
    parts: Hundredths
    closed: Flags


@dataclass(frozen=True, slots=True)
class Explanation:
    """One pair: ``total`` is the sum of the parts' points; ``confidence`` is the share of the weights that
    rests on what people said rather than on an unknown, from 0 to 1."""

    total: int
    parts: tuple[Part, ...]
    closed: tuple[Closed, ...]
    confidence: float


def prepare(mentors: Iterable[Mentor] | MentorColumns) -> Pool:
    """Build the columns and the matrix; keep the result for as long as the mentors stay the same."""
    columns = mentors if isinstance(mentors, MentorColumns) else MentorColumns.of(mentors)
    sides = [criterion.mentor_side(columns) for criterion in ALL]
    ends = np.cumsum([side.shape[1] for side in sides])
    slices = tuple(slice(int(end - side.shape[1]), int(end)) for end, side in zip(ends, sides, strict=True))
    return Pool(columns, np.ascontiguousarray(np.hstack(sides).T), slices)


def score_all(mentee: Mentee, pool: Pool, weights: Weights = DEFAULT) -> Scores:
    """One mentee against every mentor of the pool: ``total`` and ``closed`` (m,), ``parts`` (6, m)."""
    scores = score_block(MenteeColumns.of([mentee], pool.columns.words), pool, weights)
    return Scores(scores.total[0], scores.parts[:, 0], scores.closed[0])


def score_block(mentees: MenteeColumns, pool: Pool, weights: Weights = DEFAULT) -> Scores:
    """Several mentees at once; mind that the answer holds six whole numbers for every pair."""
    parts = np.empty((len(ALL), len(mentees), len(pool)), dtype=np.int32)
    for number, (criterion, where) in enumerate(zip(ALL, pool.slices, strict=True)):
        side = criterion.mentee_side(mentees, pool.columns, weights.worth(criterion.name))
        used = np.flatnonzero(side.any(axis=0))
        parts[number] = side[:, used] @ pool.matrix[where][used]
    parts[PARTS.index("logistics")] += _overlap(mentees, pool.columns, weights.worth("logistics"))
    mentee, mentor, points = ranked_pairs(mentees, pool.columns, weights.worth("preferences"))
    np.add.at(parts[PARTS.index("preferences")], (mentee, mentor), points.astype(np.int32))
    return Scores(parts.sum(axis=0, dtype=np.int32), parts, closed_flags(mentees, pool.columns))


def _overlap(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Hundredths:
    table = overlap_table(worth).astype(np.int32)
    rows = [table[np.minimum(ENOUGH, shared_slots(week, mentors.week))] for week in mentees.week]
    return np.array(rows, dtype=np.int32).reshape(len(mentees), len(mentors))


def parts_of_pairs(
    mentees: MenteeColumns, pool: Pool, weights: Weights, mentee: NDArray[np.int64], mentor: NDArray[np.int64]
) -> Hundredths:
    """The parts of single pairs, given by rows: shape (6, k)."""
    mentors = pool.columns
    parts = np.empty((len(ALL), mentee.size), dtype=np.int32)
    for number, (criterion, where) in enumerate(zip(ALL, pool.slices, strict=True)):
        side = criterion.mentee_side(mentees, mentors, weights.worth(criterion.name))
        offer = pool.matrix[where]
        for start in range(0, mentee.size, PAIRS):
            few = slice(start, start + PAIRS)
            parts[number, few] = np.einsum("ij,ji->i", side[mentee[few]], offer[:, mentor[few]])
    shared = np.bitwise_count(mentees.week[mentee] & mentors.week[mentor]).sum(axis=1)
    parts[PARTS.index("logistics")] += overlap_table(weights.worth("logistics"))[np.minimum(ENOUGH, shared)]
    return _with_rankings(parts, mentees, pool, weights, mentee, mentor)


def _with_rankings(
    parts: Hundredths, mentees: MenteeColumns, pool: Pool, weights: Weights,
    mentee: NDArray[np.int64], mentor: NDArray[np.int64],
) -> Hundredths:  # fmt: skip
    one, other, points = ranked_pairs(mentees, pool.columns, weights.worth("preferences"))
    keys, place = np.unique(one * len(pool) + other, return_inverse=True)
    if keys.size:
        worth = np.bincount(place, weights=points).astype(np.int32)
        asked = mentee * len(pool) + mentor
        at = np.minimum(np.searchsorted(keys, asked), keys.size - 1)
        parts[PARTS.index("preferences")] += np.where(keys[at] == asked, worth[at], 0)
    return parts


def explain_pair(mentee: Mentee, mentor: Mentor, weights: Weights = DEFAULT) -> Explanation:
    """Every reason, gap and closed gate of one pair; the same points as ``score_all`` gives."""
    parts = tuple(c.explain(mentee, mentor, weights.worth(c.name)) for c in ALL)
    guessed = sum(2 * gap.missing for part in parts for gap in part.gaps if gap.kind == "unknown")
    return Explanation(
        total=sum(part.points for part in parts),
        parts=parts,
        closed=closed_gates(mentee, mentor),
        confidence=round(max(0.0, 1 - guessed / 10_000), 4),
    )


def lots(keys: Sequence[Key], seed: int) -> NDArray[np.uint64]:
    """A lot for each person: depends on the seed and the person alone, never on the place in a list."""
    salt = int(seed).to_bytes(16, "little", signed=True)
    drawn = b"".join(blake2b(repr(key).encode(), digest_size=8, key=salt).digest() for key in keys)
    return np.frombuffer(drawn, dtype="<u8")


def ranked(scores: Hundredths, keys: Sequence[Key], seed: int) -> NDArray[np.intp]:
    """Places from best to worst; equals are shuffled by lot, so that no name and no early row is favoured."""
    return np.lexsort((lots(keys, seed), -scores.astype(np.int64)))


def shortlist(
    mentee: Mentee, pool: Pool, *, count: int = 5, seed: int = 0, weights: Weights = DEFAULT
) -> tuple[Key, ...]:
    """The best open mentors, the last of them with a different angle when there is one."""
    if count < 1:
        raise InputError("count", "A short list has at least one mentor.")
    scores = score_all(mentee, pool, weights)
    order = ranked(scores.total, pool.columns.keys, seed)
    best = [int(place) for place in order if not scores.closed[place]][:count]
    other = different_angle(scores, weights, shown=best[: count - 1]) if count > 1 else None
    chosen = best if other is None or other in best else [*best[: count - 1], other]
    return tuple(pool.columns.keys[place] for place in chosen)


def different_angle(
    scores: Scores, weights: Weights = DEFAULT, *, shown: Sequence[int] = (), enough: float = 0.6
) -> int | None:
    """The place of an open mentor high on the goals and low on sameness, or None when nobody is.

    Guards against a list of people who are all alike. High is at least ``enough`` of what the goals are
    worth; sameness is closeness of values and shared track record; among those who are high enough the
    least alike is chosen, equals by the better total and then by the earlier place. ``scores`` are those
    of one mentee; ``shown`` are places that are already in the list.
    """
    goals, same = scores.parts[PARTS.index("goals")], scores.parts[PARTS.index("values")].copy()
    same += scores.parts[PARTS.index("context")]
    fits = (scores.closed == 0) & (goals >= enough * weights.worth("goals"))
    alike = [same[place] for place in shown]  # who is shown is not less alike than themself
    fits &= same < min(alike, default=np.iinfo(np.int32).max)
    places = np.flatnonzero(fits)
    if not places.size:
        return None
    return int(places[np.lexsort((-scores.total[places], same[places]))[0]])
