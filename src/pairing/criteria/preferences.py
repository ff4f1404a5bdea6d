"""Stated preferences of either side: what each would like the other to be or to do.

Half of the part belongs to the mentee's wishes and half to the mentor's; each wish holds an equal share of
its side's half, and a side that wishes nothing misses nothing. The mentor's half is brought to a multiple of
twelve hundredths, so that equal shares of up to twelve wishes are whole numbers.
"""

from __future__ import annotations

import numpy as np

from ..columns import PAD, MenteeColumns, MentorColumns
from ..problem import Mentee, Mentor
from ..shares import split
from .parts import Part, Side, Tally

TWELVE = 12


def _unit(worth: int) -> int:
    """A twelfth of the mentor's half."""
    return worth // (2 * TWELVE)


def mentor_side(mentors: MentorColumns) -> Side:
    """A column for each trait; twelfths for each wish; twelve for no wish at all; a column of ones."""
    twelfths = split(TWELVE, mentors.wishes) if len(mentors.words.wishes) else np.zeros((len(mentors), 0))
    none = TWELVE * ~mentors.wishes.any(axis=1, keepdims=True)
    return np.hstack([mentors.traits, twelfths, none, np.ones((len(mentors), 1))]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What each trait of the mentor and each met wish of the mentor earns."""
    traits, unit = len(mentors.words.traits), _unit(worth)
    own = worth - TWELVE * unit
    side = np.zeros((len(mentees), traits + len(mentors.words.wishes) + 2), dtype=np.float32)
    share = split(own, mentees.wishes != PAD)
    person, slot = np.nonzero(mentees.wishes >= 0)
    side[person, mentees.wishes[person, slot]] = share[person, slot]
    side[:, traits:-2] = unit * mentees.traits
    side[:, -2] = unit
    side[:, -1] = np.where((mentees.wishes == PAD).all(axis=1), own, 0)
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Wishes met and not met, by side."""
    tally = Tally()
    for_mentor = TWELVE * _unit(worth)
    _explain_side(tally, "mentee", mentee.wishes, mentor.traits, worth - for_mentor, 1)
    _explain_side(tally, "mentor", tuple(sorted(mentor.wishes)), mentee.traits, for_mentor, _unit(worth))
    return tally.part("preferences", worth)


def _explain_side(
    tally: Tally, side: str, wishes: tuple[str, ...], traits: tuple[str, ...], worth: int, unit: int
) -> None:
    wished = list(dict.fromkeys(wishes))
    if not wished:
        tally.give("nothing_wished", worth, who=side)
        return
    for wish, share in zip(wished, split(worth // max(1, unit), [[1] * len(wished)])[0], strict=True):
        points = int(share) * unit
        if wish in traits:
            tally.give("wish_met", points, who=side, wish=wish)
        else:
            tally.miss("wish_not_met", points, who=side, wish=wish)
