"""Track record and context: the wanted transition, industry, stage, product type and size, and free text.

Every wanted tag holds an equal share; a mentor earns the shares of the tags they have. A brief that wants
none misses nothing and gives every mentor the whole of it. For a mentee whose text has marks, up to a fifth of
the part goes by how many marks it shares with the mentor's (see ``likeness``).
"""

from __future__ import annotations

import numpy as np

from ..columns import MenteeColumns, MentorColumns
from ..likeness import MARKS
from ..problem import Mentee, Mentor
from ..shares import split, split_once
from ..vocabulary import PAD
from .parts import Part, Side, Tally

FIFTH = 5


def text_step(worth: int) -> int:
    """Hundredths for every two marks in common: what is at stake is 128 times as much."""
    return worth // (FIFTH * 2 * MARKS)


def mentor_side(mentors: MentorColumns) -> Side:
    """A column for each tag, a column of ones, and the marks of the text when anybody wrote one."""
    sides = [mentors.tags, np.ones((len(mentors), 1))]
    return np.hstack(sides if mentors.text is None else [*sides, mentors.text]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What each tag earns, and what each mark adds to or takes from the half that an unknown text counts."""
    ones = len(mentors.words.tags)
    side = np.zeros((len(mentees), ones + 1 + (0 if mentors.text is None else MARKS)), dtype=np.float32)
    step = text_step(worth)
    wrote = np.zeros(len(mentees), dtype=bool) if mentees.text is None else mentees.text.any(axis=1)
    left = worth - np.where(wrote, 2 * MARKS * step, 0)
    share = split(left, mentees.wanted != PAD)
    person, slot = np.nonzero(mentees.wanted >= 0)
    side[person, mentees.wanted[person, slot]] = share[person, slot]
    side[:, ones] = np.where((mentees.wanted == PAD).all(axis=1), left, 0) + wrote * MARKS * step
    if mentees.text is not None and mentors.text is not None:
        side[:, ones + 1 :] = mentees.text * step
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Each wanted tag as ``tag_met`` (with its year, and whether it is vouched for) or ``tag_missing``; the text."""
    tally = Tally()
    at_stake = 0 if mentee.text is None else 2 * MARKS * text_step(worth)
    _explain_tags(tally, mentee, mentor, worth - at_stake)
    _explain_text(tally, mentee.text, mentor.text, at_stake)
    return tally.part("context", worth)


def _explain_tags(tally: Tally, mentee: Mentee, mentor: Mentor, worth: int) -> None:
    wanted = list(dict.fromkeys(tag.word for tag in mentee.wanted))
    if not wanted:
        tally.give("nothing_wanted", worth, of="context")
        return
    has = {tag.word: tag for tag in mentor.tags}
    for word, share in zip(wanted, split_once(worth, (1,) * len(wanted)), strict=True):
        kind, value = word
        if word in has:
            tag = has[word]
            tally.give("tag_met", share, kind=kind, value=value, year=tag.year, vouched=tag.vouched)
        else:
            tally.miss("tag_missing", share, kind=kind, value=value)


def _explain_text(tally: Tally, mine: int | None, theirs: int | None, at_stake: int) -> None:
    if mine is None or theirs is None:  # a mentee who wrote nothing has nothing at stake
        tally.unknown(at_stake, of="text", who="mentor")
        return
    shared = MARKS - (mine ^ theirs).bit_count()
    points = shared * at_stake // MARKS
    tally.give("text_alike", points, shared=shared, of=MARKS)
    tally.miss("text_unlike", at_stake - points, shared=shared, of=MARKS)
