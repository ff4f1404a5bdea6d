"""Whose turn it is in an interview: which question waits, and whether its challenge does."""

from __future__ import annotations

from collections.abc import Sequence

from .bank import Question, bank
from .models import Interview, Reply

STRESS_SECONDS = 180
"""What one has for a question under stress."""


def waits_for_challenge(interview: Interview, replies: Sequence[Reply]) -> bool:
    """Whether the newest reply, under stress, is still to be challenged."""
    return interview.mode == Interview.Mode.STRESS and bool(replies) and not replies[-1].challenged


def waiting(interview: Interview, replies: Sequence[Reply]) -> Question | None:
    """The question that waits for its reply, or for the answer to its challenge; None when all is said."""
    place = len(replies) - 1 if waits_for_challenge(interview, replies) else len(replies)
    return known(interview.questions[place]) if place < len(interview.questions) else None


def known(key: str) -> Question:
    """The question of this key; one that has left the bank is shown by its key."""
    return bank().get(key) or Question(key, "sense", key, "", "")
