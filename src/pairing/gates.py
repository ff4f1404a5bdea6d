"""Gates: what rules a pair out, each by name, never in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntFlag
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from .columns import MenteeColumns, MentorColumns
from .problem import Key, Mentee, Mentor
from .vocabulary import Bits
from .week import overlap_hours

Flags = NDArray[np.uint16]


class Gate(IntFlag):
    """Each bit is one reason that a pair is ruled out; 0 is an open pair.

    ``BLOCKED`` covers blocks by either side and pairs that must never meet again: keep it to yourself.
    ``FULL`` rules a pair out of a round; a search may still show the mentor, with a waiting list. From
    ``NEVER`` on they are rules of a round, which ``rules.Rules`` states.
    """

    NOT_OPEN = 1
    FULL = 2
    NO_LANGUAGE = 4
    NO_HOURS = 8
    REPORTING_LINE = 16
    BLOCKED = 32
    NOT_AHEAD = 64
    NO_FORMAT = 128
    OUT_OF_REACH = 256
    SAME_PERSON = 512
    NEVER = 1024
    OTHER_ORGANISATION = 2048
    SENIORITY = 4096
    BELOW_FLOOR = 8192


@dataclass(frozen=True, slots=True)
class Closed:
    """One gate that is closed for a pair, with what a sentence about it needs."""

    gate: Gate
    values: Mapping[str, object]


def closed_flags(mentees: MenteeColumns, mentors: MentorColumns) -> Flags:
    """Every gate of every pair, as the sum of its bits: shape (n, m)."""
    flags = np.zeros((len(mentees), len(mentors)), dtype=np.uint16)
    flags[:, ~mentors.open] |= np.uint16(Gate.NOT_OPEN)
    flags[~mentees.open, :] |= np.uint16(Gate.NOT_OPEN)
    flags[:, mentors.places < 1] |= np.uint16(Gate.FULL)
    for place in range(len(mentees)):
        _close_by_bits(flags[place], mentees, mentors, place)
        _close_by_name(flags[place], mentees, mentors, place)
    return flags


def _close_by_bits(row: Flags, mentees: MenteeColumns, mentors: MentorColumns, place: int) -> None:
    row[~_meets(mentees.languages[place], mentors.languages)] |= np.uint16(Gate.NO_LANGUAGE)
    row[~_meets(mentees.week[place], mentors.week)] |= np.uint16(Gate.NO_HOURS)
    row[~_meets(mentees.ahead[place], mentors.ahead)] |= np.uint16(Gate.NOT_AHEAD)
    row[~_meets(mentees.formats[place], mentors.formats)] |= np.uint16(Gate.NO_FORMAT)
    reach = int(mentees.reach[place])
    if reach:
        inside = _meets(mentees.organisations[place], mentors.organisations)
        row[inside if reach == 2 else ~inside] |= np.uint16(Gate.OUT_OF_REACH)


def _close_by_name(row: Flags, mentees: MenteeColumns, mentors: MentorColumns, place: int) -> None:
    key = mentees.keys[place]
    for gate, rows in (
        (Gate.SAME_PERSON, _rows(mentors, [key])),
        (Gate.BLOCKED, [*_rows(mentors, mentees.blocked[place]), *mentors.blocked_by.get(key, [])]),
        (Gate.REPORTING_LINE, [*_rows(mentors, mentees.managers[place]), *mentors.reports_to.get(key, [])]),
    ):
        row[rows] |= np.uint16(gate)


def _rows(mentors: MentorColumns, keys: frozenset[Key] | list[Key]) -> list[int]:
    return [mentors.row[key] for key in keys if key in mentors.row]


def _meets(one: Bits, many: Bits) -> NDArray[np.bool_]:
    """Which rows share a bit with ``one``; only the words that hold a bit are read."""
    words = np.flatnonzero(one)
    return np.asarray((many[:, words] & one[words]).any(axis=1), dtype=bool)


def closed_gates(mentee: Mentee, mentor: Mentor) -> tuple[Closed, ...]:
    """The same for one pair, from its rows, with the facts."""
    found = chain(_closed_by_offer(mentee, mentor), _closed_by_standing(mentee, mentor))
    return tuple(Closed(gate, values) for gate, values in found)


def _closed_by_offer(mentee: Mentee, mentor: Mentor) -> Iterator[tuple[Gate, dict[str, object]]]:
    if not (mentee.opted_in and mentor.opted_in):
        yield Gate.NOT_OPEN, {"mentee": mentee.opted_in, "mentor": mentor.opted_in}
    if not mentor.places:
        yield Gate.FULL, {"capacity": mentor.capacity, "taken": mentor.taken}
    if _strangers(mentee.languages, mentor.languages):
        yield Gate.NO_LANGUAGE, {"mentee": mentee.languages, "mentor": mentor.languages}
    if overlap_hours(mentee.free, mentor.free) == 0 and not (mentee.asynchronous and mentor.asynchronous):
        yield Gate.NO_HOURS, {}
    if not _ahead(mentee, mentor):
        yield Gate.NOT_AHEAD, {"skills": tuple(goal.skill for goal in mentee.goals)}
    if _strangers(mentee.formats, mentor.formats):
        yield Gate.NO_FORMAT, {"mentee": mentee.formats, "mentor": mentor.formats}


def _closed_by_standing(mentee: Mentee, mentor: Mentor) -> Iterator[tuple[Gate, dict[str, object]]]:
    if mentor.key in mentee.managers or mentee.key in mentor.managers:
        yield Gate.REPORTING_LINE, {"mentor_leads": mentor.key in mentee.managers}
    if mentor.key in mentee.blocked or mentee.key in mentor.blocked:
        yield Gate.BLOCKED, {}
    inside = bool(set(mentee.organisations) & set(mentor.organisations))
    if mentee.reach != "both" and inside != (mentee.reach == "inside"):
        yield Gate.OUT_OF_REACH, {"reach": mentee.reach}
    if mentee.key == mentor.key:
        yield Gate.SAME_PERSON, {}


def _strangers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Both said something and share nothing."""
    return bool(one) and bool(other) and not set(one) & set(other)


def _ahead(mentee: Mentee, mentor: Mentor) -> bool:
    """One level ahead in a goal skill, or with a wanted tag, or the brief names neither."""
    if not mentee.goals and not mentee.wanted:
        return True
    if any(mentor.levels.get(goal.skill, 0) > goal.assumed for goal in mentee.goals):
        return True
    return bool({tag.word for tag in mentee.wanted} & {tag.word for tag in mentor.tags})
