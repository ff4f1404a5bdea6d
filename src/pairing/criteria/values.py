"""Work values: how close two people stand on eight sliders, the strongest known root of a good pair.

Each slider holds an eighth of the part; a distance of four steps earns nothing, none earns all, in equal
steps. A slider that either left alone counts half.
"""

from __future__ import annotations

import numpy as np

from ..columns import UNKNOWN, MenteeColumns, MentorColumns
from ..problem import SLIDERS, Mentee, Mentor
from ..shares import Ints, portion, portion_once, split, split_once
from .parts import Part, Side, Tally, half, who

CODES = UNKNOWN + 1
FAR = 4


def _shares(worth: int) -> Ints:
    shares: Ints = split(worth, [[1] * SLIDERS])[0]
    return shares


def mentor_side(mentors: MentorColumns) -> Side:
    """For each slider six columns: the five places, and "left alone"."""
    at = mentors.values[:, :, None] == np.arange(CODES)
    return np.asarray(at.reshape(len(mentors), SLIDERS * CODES), dtype=np.float32)


def mentee_side(mentees: MenteeColumns, _mentors: MentorColumns, worth: int) -> Side:
    """What a mentor earns at each place of each slider."""
    share = _shares(worth)
    halves = (share + 1) // 2
    table = np.empty((CODES, SLIDERS, CODES), dtype=np.float32)
    for own in range(CODES):
        for other in range(CODES):
            known = UNKNOWN not in (own, other)
            table[own, :, other] = portion(share, FAR - abs(own - other), FAR) if known else halves
    side = table[mentees.values, np.arange(SLIDERS)].reshape(len(mentees), SLIDERS * CODES)
    return np.asarray(side, dtype=np.float32)


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Sliders grouped by distance; ``values["sliders"]`` holds (number, mentee's place, mentor's place)."""
    tally = Tally()
    nothing = (None,) * SLIDERS
    rows = zip(
        mentee.values or nothing, mentor.values or nothing, split_once(worth, (1,) * SLIDERS), strict=True
    )
    unknown: dict[str, int] = {"mentee": 0, "mentor": 0}
    missing = dict(unknown)
    apart: dict[int, list[tuple[int, int, int]]] = {distance: [] for distance in range(FAR + 1)}
    points, lost = [0] * (FAR + 1), [0] * (FAR + 1)
    for number, (own, other, share) in enumerate(rows):
        if own is None or other is None:
            unknown[who(own is not None)] += half(share)
            missing[who(own is not None)] += share - half(share)
            continue
        distance = abs(own - other)
        earned = portion_once(share, FAR - distance, FAR)
        apart[distance].append((number, own, other))
        points[distance] += earned
        lost[distance] += share - earned
    for distance, sliders in apart.items():
        tally.give("values_near", points[distance], distance=distance, sliders=tuple(sliders))
        tally.miss("values_apart", lost[distance], distance=distance, sliders=tuple(sliders))
    for side in unknown:
        tally.give("half_for_unknown", unknown[side], of="values", who=side)
        tally.miss("unknown", missing[side], of="values", who=side)
    return tally.part("values", worth)
