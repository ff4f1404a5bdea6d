"""Logistics: hours a week in which both are free, the cadence, and the channels.

Three fifths of the part grow with the shared hours up to four a week (two people who both work
asynchronously have them all); a fifth is for the cadence, by how near the nearest cadence that the mentor
keeps comes to the wanted one; a fifth for the wanted channels that the mentor uses. What one side did not
say counts half.

The hours are a count of bits rather than an inner product: ``fit`` adds them from ``OVERLAP``.
"""

from __future__ import annotations

import numpy as np

from ..columns import MenteeColumns, MentorColumns
from ..problem import Mentee, Mentor
from ..shares import Ints, portion, split, split_once
from ..vocabulary import PAD
from ..week import ENOUGH, overlap_hours
from .parts import Part, Side, Tally, half, who

SHARES = (3, 1, 1)


def _worths(worth: int) -> tuple[int, int, int]:
    hours, cadence, channels = split_once(worth, SHARES)
    return hours, cadence, channels


def overlap_table(worth: int) -> Ints:
    """What 0, 1, … ENOUGH shared half-hours earn (an unknown week shares half of ENOUGH)."""
    return portion(np.full(ENOUGH + 1, _worths(worth)[0]), np.arange(ENOUGH + 1), ENOUGH)


def cadence_points(days: int, offered: frozenset[int], worth: int) -> int:
    """The nearest offered cadence, as the shorter divided by the longer; half when either is not said."""
    if not days or not offered:
        return half(worth)
    return max(int(portion(np.array(worth), min(days, other), max(days, other))) for other in offered)


def mentor_side(mentors: MentorColumns) -> Side:
    """A column for each set of cadences, one for each channel, "no channel said", and a column of ones."""
    cadence = mentors.cadence_set[:, None] == np.arange(len(mentors.words.cadences))
    silent = ~mentors.channels.any(axis=1, keepdims=True)
    one = np.ones((len(mentors), 1))
    return np.hstack([cadence, mentors.channels, silent, one]).astype(np.float32)


def mentee_side(mentees: MenteeColumns, mentors: MentorColumns, worth: int) -> Side:
    """What each set of cadences and each channel earns."""
    _, for_cadence, for_channels = _worths(worth)
    sets, channels = mentors.words.cadences, len(mentors.words.channels)
    side = np.zeros((len(mentees), len(sets) + channels + 2), dtype=np.float32)
    for days in np.unique(mentees.cadence):
        earned = [cadence_points(int(days), offered, for_cadence) for offered in sets]
        side[mentees.cadence == days, : len(sets)] = earned
    share = split(for_channels, mentees.channels != PAD)
    person, slot = np.nonzero(mentees.channels >= 0)
    side[person, len(sets) + mentees.channels[person, slot]] = share[person, slot]
    asked = (mentees.channels != PAD).any(axis=1)
    side[:, -2] = np.where(asked, half(for_channels), 0)
    side[:, -1] = np.where(asked, 0, half(for_channels))
    return side


def explain(mentee: Mentee, mentor: Mentor, worth: int) -> Part:
    """Shared hours, cadence, channels."""
    tally = Tally()
    for_hours, for_cadence, for_channels = _worths(worth)
    _explain_hours(tally, mentee, mentor, for_hours)
    _explain_cadence(tally, mentee, mentor, for_cadence)
    _explain_channels(tally, mentee, mentor, for_channels)
    return tally.part("logistics", worth)


def _explain_hours(tally: Tally, mentee: Mentee, mentor: Mentor, worth: int) -> None:
    if mentee.asynchronous and mentor.asynchronous:
        tally.give("asynchronous", worth)
        return
    hours = overlap_hours(mentee.free, mentor.free)
    if hours is None:
        tally.unknown(worth, of="free_time", who=who(mentee.free is not None))
        return
    slots = min(ENOUGH, round(2 * hours))
    points = int(portion(np.array(worth), slots, ENOUGH))
    tally.give("shared_hours", points, hours=hours)
    tally.miss("few_hours" if slots else "no_overlap", worth - points, hours=hours)


def _explain_cadence(tally: Tally, mentee: Mentee, mentor: Mentor, worth: int) -> None:
    if not mentee.cadence_days or not mentor.cadences:
        tally.unknown(worth, of="cadence", who=who(mentee.cadence_days is not None))
        return
    points = cadence_points(mentee.cadence_days, frozenset(mentor.cadences), worth)
    facts = {"wanted": mentee.cadence_days, "offered": tuple(sorted(mentor.cadences))}
    tally.give("cadence", points, **facts)
    tally.miss("other_cadence", worth - points, **facts)


def _explain_channels(tally: Tally, mentee: Mentee, mentor: Mentor, worth: int) -> None:
    if not mentee.channels or not mentor.channels:
        tally.unknown(worth, of="channels", who=who(bool(mentee.channels)))
        return
    wanted = list(dict.fromkeys(mentee.channels))
    shares = split_once(worth, (1,) * len(wanted))
    met = [channel in mentor.channels for channel in wanted]
    points = sum(share for share, yes in zip(shares, met, strict=True) if yes)
    tally.give("channels", points, channels=tuple(c for c, yes in zip(wanted, met, strict=True) if yes))
    tally.miss(
        "channels_missing",
        worth - points,
        channels=tuple(c for c, yes in zip(wanted, met, strict=True) if not yes),
    )
