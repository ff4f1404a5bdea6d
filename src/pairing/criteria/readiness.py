"""Readiness: the mentor's training, how often they answer, and whether the brief is complete.

Two fifths each for the mentor's training and replies, one fifth for the brief. A mentor whom nobody has
asked yet has no reply rate: that counts half.
"""

from __future__ import annotations

import numpy as np

from ..columns import MenteeColumns, MentorColumns
from ..problem import Mentee, Mentor, Replies
from ..shares import split_once
from .parts import Part, Side, Tally, half

SHARES = (2, 2, 1)


def _worths(worth: int) -> tuple[int, int, int]:
    trained, replies, complete = split_once(worth, SHARES)
    return trained, replies, complete


def _reply_points(worth: int) -> tuple[int, int, int, int]:
    """Often, sometimes, seldom, not known."""
    return worth, half(worth), 0, half(worth)


def mentor_side(mentors: MentorColumns) -> Side:
    """Trained, four columns for the reply band, a column of ones."""
    band = mentors.replies[:, None] == np.arange(4)
    return np.hstack([mentors.trained[:, None], band, np.ones((len(mentors), 1))]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, _mentors: MentorColumns, worth: int) -> Side:
    """The same for every mentee but for the complete brief."""
    trained, replies, complete = _worths(worth)
    side = np.zeros((len(mentees), 6), dtype=np.float32)
    side[:, :5] = (trained, *_reply_points(replies))
    side[:, 5] = complete * mentees.complete
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Training, replies, brief."""
    tally = Tally()
    trained, replies, complete = _worths(worth)
    (tally.give if mentor.trained else tally.miss)("trained" if mentor.trained else "not_trained", trained)
    _explain_replies(tally, mentor.replies, replies)
    done = mentee.complete
    (tally.give if done else tally.miss)("brief_complete" if done else "brief_incomplete", complete)
    return tally.part("readiness", worth)


def _explain_replies(tally: Tally, band: Replies | None, worth: int) -> None:
    if band is None:
        tally.unknown(worth, of="replies", who="mentor")
        return
    points = {"often": worth, "sometimes": half(worth), "seldom": 0}[band]
    tally.give("replies", points, band=band)
    tally.miss("replies_less", worth - points, band=band)
