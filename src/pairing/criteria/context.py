"""Track record and context: the wanted transition, industry, stage, product type and size.

Every wanted tag holds an equal share; a mentor earns the shares of the tags they have. A brief that wants
none misses nothing and gives every mentor the whole part.
"""

from __future__ import annotations

import numpy as np

from ..columns import MenteeColumns, MentorColumns
from ..problem import Mentee, Mentor
from ..shares import split
from ..vocabulary import PAD
from .parts import Part, Side, Tally


def mentor_side(mentors: MentorColumns) -> Side:
    """A column for each tag, then a column of ones."""
    return np.hstack([mentors.tags, np.ones((len(mentors), 1))]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What each tag earns."""
    side = np.zeros((len(mentees), len(mentors.words.tags) + 1), dtype=np.float32)
    share = split(worth, mentees.wanted != PAD)
    person, slot = np.nonzero(mentees.wanted >= 0)
    side[person, mentees.wanted[person, slot]] = share[person, slot]
    side[:, -1] = np.where((mentees.wanted == PAD).all(axis=1), worth, 0)
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Each wanted tag as ``tag_met`` (with its year, and whether it is vouched for) or ``tag_missing``."""
    tally = Tally()
    wanted = list(dict.fromkeys(tag.word for tag in mentee.wanted))
    if not wanted:
        tally.give("nothing_wanted", worth, of="context")
        return tally.part("context", worth)
    has = {tag.word: tag for tag in mentor.tags}
    shares = split(worth, [[1] * len(wanted)])[0]
    for word, share in zip(wanted, (int(share) for share in shares), strict=True):
        kind, value = word
        if word in has:
            tag = has[word]
            tally.give("tag_met", share, kind=kind, value=value, year=tag.year, vouched=tag.vouched)
        else:
            tally.miss("tag_missing", share, kind=kind, value=value)
    return tally.part("context", worth)
