"""Stated preferences of either side: what each would like the other to be or to do, and whom they ranked.

Half of the part belongs to the mentee and half to the mentor. On each side the wishes hold equal shares, and a
side that wishes nothing misses nothing. A side that has ranked people gives half of its half to the ranking:
the first place earns all of it, each further place a fifth less, and who is not among the first five nothing.
The mentor's half is brought to a multiple of twelve hundredths, so that equal shares of up to twelve wishes are
whole numbers.

Rankings are few pairs rather than an inner product: ``fit`` adds them from ``ranked_pairs``.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ..columns import MenteeColumns, MentorColumns
from ..problem import Key, Mentee, Mentor
from ..shares import Ints, portion, split, split_once
from ..vocabulary import PAD
from .parts import Part, Side, Tally

TWELVE = 12
PLACES = 5


def _unit(worth: int) -> int:
    """A twelfth of the mentor's half."""
    return worth // (2 * TWELVE)


def _own(worth: int) -> int:
    """The mentee's half."""
    return worth - TWELVE * _unit(worth)


def place_points(place: int, worth: int) -> int:
    """What a place in a ranking earns; 0 is the first."""
    return int(portion(np.array(worth), max(0, PLACES - place), PLACES))


def _has_ranking(rankings: tuple[tuple[Key, ...], ...]) -> NDArray[np.bool_]:
    return np.array([bool(ranking) for ranking in rankings], dtype=bool)


def mentor_side(mentors: MentorColumns) -> Side:
    """A column for each trait; twelfths for each wish; those for no wish at all; a column of ones."""
    for_wishes = np.where(_has_ranking(mentors.rankings), TWELVE // 2, TWELVE)
    if len(mentors.words.wishes):
        twelfths = split(for_wishes, mentors.wishes)
    else:
        twelfths = np.zeros((len(mentors), 0), dtype=np.int64)
    none = np.where(mentors.wishes.any(axis=1), 0, for_wishes)[:, None]
    return np.hstack([mentors.traits, twelfths, none, np.ones((len(mentors), 1))]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What each trait of the mentor and each met wish of the mentor earns."""
    traits, unit = len(mentors.words.traits), _unit(worth)
    own = np.where(_has_ranking(mentees.rankings), _own(worth) - _own(worth) // 2, _own(worth))
    side = np.zeros((len(mentees), traits + len(mentors.words.wishes) + 2), dtype=np.float32)
    share = split(own, mentees.wishes != PAD)
    person, slot = np.nonzero(mentees.wishes >= 0)
    side[person, mentees.wishes[person, slot]] = share[person, slot]
    side[:, traits:-2] = unit * mentees.traits
    side[:, -2] = unit
    side[:, -1] = np.where((mentees.wishes == PAD).all(axis=1), own, 0)
    return side


def ranked_pairs(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> tuple[Ints, Ints, Ints]:
    """Mentee, mentor and points of every pair in which one has ranked the other; a pair may come twice."""
    mine = _places(mentees.rankings, mentors.row, _own(worth) // 2)
    theirs = _places(mentors.rankings, mentees.row, TWELVE // 2 * _unit(worth))
    rows = np.array(mine + [(whom, who, points) for who, whom, points in theirs], dtype=np.int64).reshape(
        -1, 3
    )
    return rows[:, 0], rows[:, 1], rows[:, 2]


def _places(
    rankings: tuple[tuple[Key, ...], ...], row: Mapping[Key, int], worth: int
) -> list[tuple[int, int, int]]:
    return [
        (who, row[key], place_points(place, worth))
        for who, ranking in enumerate(rankings)
        for place, key in enumerate(ranking[:PLACES])
        if key in row
    ]


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Wishes met and not met, and places in rankings, by side."""
    tally, unit = Tally(), _unit(worth)
    own, theirs = _own(worth), TWELVE * unit
    by_rank = own // 2 if mentee.ranking else 0
    _explain_ranking(tally, "mentee", mentee.ranking, mentor.key, by_rank)
    _explain_wishes(tally, "mentee", mentee.wishes, mentor.traits, own - by_rank, 1)
    by_rank = theirs // 2 if mentor.ranking else 0
    _explain_ranking(tally, "mentor", mentor.ranking, mentee.key, by_rank)
    _explain_wishes(tally, "mentor", tuple(sorted(mentor.wishes)), mentee.traits, theirs - by_rank, unit)
    return tally.part("preferences", worth)


def _explain_ranking(tally: Tally, side: str, ranking: tuple[Key, ...], other: Key, worth: int) -> None:
    place = ranking.index(other) if other in ranking else PLACES
    points = place_points(place, worth)
    tally.give("ranked", points, who=side, place=place + 1)
    tally.miss("ranked_lower" if points else "not_ranked", worth - points, who=side, place=place + 1)


def _explain_wishes(
    tally: Tally, side: str, wishes: tuple[str, ...], traits: tuple[str, ...], worth: int, unit: int
) -> None:
    wished = list(dict.fromkeys(wishes))
    if not wished:
        tally.give("nothing_wished", worth, who=side)
        return
    for wish, share in zip(wished, split_once(worth // max(1, unit), (1,) * len(wished)), strict=True):
        points = int(share) * unit
        if wish in traits:
            tally.give("wish_met", points, who=side, wish=wish)
        else:
            tally.miss("wish_not_met", points, who=side, wish=wish)
