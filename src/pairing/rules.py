"""Rules of a round: what a coordinator may demand beyond the gates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .columns import MenteeColumns, MentorColumns
from .errors import InputError
from .gates import Closed, Flags, Gate
from .problem import Key, Mentee, Mentor
from .vocabulary import Bits

Ints = NDArray[np.int64]
Pair = tuple[Key, Key]
NONE = Gate(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """``must`` and ``never``: pairs of keys (mentee, mentor). ``never`` includes never again.

    ``own_organisation``: only pairs who share an organisation. ``inside``: the least and the most share of
    pairs who do, such as (0.4, 1.0). ``seniority``: by how many rungs a mentor stands above the mentee, at
    least and at most; somebody without a rung is not held to it. ``one_per_team``: a mentor has at most one
    mentee of a team. ``floor``: no pair below these points of 100. ``waived``: gates that do not count here.
    """

    must: tuple[Pair, ...] = ()
    never: tuple[Pair, ...] = ()
    own_organisation: bool = False
    inside: tuple[float, float] = (0.0, 1.0)
    seniority: tuple[int, int] | None = None
    one_per_team: bool = False
    floor: float | None = None
    waived: Gate = NONE

    def __post_init__(self) -> None:
        low, high = self.inside
        if not 0 <= low <= high <= 1:
            raise InputError("inside", "The shares inside go from 0 to 1, the least first.")
        if self.seniority is not None and self.seniority[0] > self.seniority[1]:
            raise InputError("seniority", "The least distance cannot be above the most.")
        for mentee, mentor in set(self.must) & set(self.never):
            raise contradiction(mentee, mentor, "a rule says never")


def contradiction(mentee: Key, mentor: Key, why: str) -> InputError:
    """A must-pair that cannot be, by name."""
    return InputError(
        "contradiction", f"{mentee} and {mentor} must be a pair, but {why}.", mentee=mentee, mentor=mentor, why=why
    )  # fmt: skip


def closed_by_rules(rules: Rules, mentees: MenteeColumns, mentors: MentorColumns) -> Flags:
    """Every rule of every pair, as the sum of its bits: shape (n, m)."""
    flags = np.zeros((len(mentees), len(mentors)), dtype=np.uint16)
    for mentee, mentor in never_rows(rules, mentees, mentors):
        flags[mentee, mentor] |= np.uint16(Gate.NEVER)
    if rules.own_organisation:
        flags[~inside(mentees.organisations, mentors.organisations)] |= np.uint16(Gate.OTHER_ORGANISATION)
    if rules.seniority is not None:
        rungs = mentors.seniority[None, :] - mentees.seniority[:, None]
        wrong = (rungs < rules.seniority[0]) | (rungs > rules.seniority[1])
        flags[wrong] |= np.uint16(Gate.SENIORITY)
    return flags


def never_rows(rules: Rules, mentees: MenteeColumns, mentors: MentorColumns) -> Iterator[tuple[int, int]]:
    """The rows of the never-pairs who are both here."""
    for mentee, mentor in rules.never:
        if mentee in mentees.row and mentor in mentors.row:
            yield mentees.row[mentee], mentors.row[mentor]


def inside(mentees: Bits, mentors: Bits) -> NDArray[np.bool_]:
    """Which pairs share an organisation: shape (n, m)."""
    together = np.zeros((len(mentees), len(mentors)), dtype=bool)
    for word in range(mentees.shape[1]):
        together |= (mentees[:, word, None] & mentors[None, :, word]) != 0
    return together


def broken_rules(rules: Rules, mentee: Mentee, mentor: Mentor) -> Iterator[Closed]:
    """The same for one pair, with the facts."""
    if (mentee.key, mentor.key) in rules.never:
        yield Closed(Gate.NEVER, {})
    if rules.own_organisation and not set(mentee.organisations) & set(mentor.organisations):
        yield Closed(Gate.OTHER_ORGANISATION, {})
    if rules.seniority and mentee.seniority is not None and mentor.seniority is not None:
        rungs = mentor.seniority - mentee.seniority
        if not rules.seniority[0] <= rungs <= rules.seniority[1]:
            yield Closed(
                Gate.SENIORITY, {"rungs": rungs, "least": rules.seniority[0], "most": rules.seniority[1]}
            )
