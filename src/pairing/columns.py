"""Mentees and mentors as columns of NumPy arrays: built once from rows, used for millions of pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import InputError
from .problem import LEVELS, SLIDERS, Key, Mentee, Mentor
from .vocabulary import PAD, Bits, Bools, Rows, Vocabulary, mentee_mask, mentor_mask, packed
from .week import WORDS, as_words, mentee_bits, mentor_bits

Small = NDArray[np.int8]

UNKNOWN = 5
"""The code of a slider that was left alone; 0 … 4 stand for -2 … +2."""
REPLIES = {"often": 0, "sometimes": 1, "seldom": 2, None: 3}
REACHES = {"both": 0, "inside": 1, "outside": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Every vocabulary that mentors bring; mentees are read in its terms."""

    skills: Vocabulary
    tags: Vocabulary
    languages: Vocabulary
    channels: Vocabulary
    formats: Vocabulary
    traits: Vocabulary
    wishes: Vocabulary
    organisations: Vocabulary
    cadences: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, mentors: Sequence[Mentor]) -> Words:
        """The words of these mentors."""

        def gather(name: str) -> Vocabulary:
            return Vocabulary(word for mentor in mentors for word in getattr(mentor, name))

        return cls(
            skills=gather("levels"),
            tags=Vocabulary(tag.word for mentor in mentors for tag in mentor.tags),
            languages=gather("languages"),
            channels=gather("channels"),
            formats=gather("formats"),
            traits=gather("traits"),
            wishes=Vocabulary(sorted(gather("wishes").words, key=str)),  # shares go by word, not by row
            organisations=gather("organisations"),
            cadences=tuple(dict.fromkeys(frozenset(mentor.cadences) for mentor in mentors)),
        )


@dataclass(frozen=True, slots=True, eq=False)
class MentorColumns:
    """Mentors, one row each. Flags are (m, words); bits are (m, 64-bit words)."""

    words: Words
    keys: tuple[Key, ...]
    row: dict[Key, int]
    levels: Small
    values: Small
    tags: Bools
    cadence_set: Rows
    channels: Bools
    traits: Bools
    wishes: Bools
    trained: Bools
    replies: Small
    week: Bits
    languages: Bits
    formats: Bits
    ahead: Bits
    organisations: Bits
    open: Bools
    places: Rows
    blocked_by: dict[Key, list[int]]
    reports_to: dict[Key, list[int]]
    rankings: tuple[tuple[Key, ...], ...]
    seniority: NDArray[np.float64]
    text: Small | None = None
    """Marks as 1 and -1 (m, 64), 0 for somebody who wrote nothing; None when nobody did."""

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(cls, people: Iterable[Mentor]) -> MentorColumns:
        """Columns from rows; two mentors with one key are refused."""
        mentors = list(people)
        words = Words.of(mentors)
        levels = _levels(mentors, words)
        tags = words.tags.flags([[tag.word for tag in mentor.tags] for mentor in mentors])
        sets = {cadences: number for number, cadences in enumerate(words.cadences)}
        return cls(
            words=words,
            keys=tuple(mentor.key for mentor in mentors),
            row=numbered([mentor.key for mentor in mentors]),
            levels=levels,
            values=slider_codes([mentor.values for mentor in mentors]),
            tags=tags,
            cadence_set=np.array([sets[frozenset(mentor.cadences)] for mentor in mentors], dtype=np.int64),
            channels=words.channels.flags([mentor.channels for mentor in mentors]),
            traits=words.traits.flags([mentor.traits for mentor in mentors]),
            wishes=words.wishes.flags([mentor.wishes for mentor in mentors]),
            trained=np.array([mentor.trained for mentor in mentors], dtype=bool),
            replies=np.array([REPLIES[mentor.replies] for mentor in mentors], dtype=np.int8),
            week=as_words([mentor_bits(m.free, asynchronous=m.asynchronous) for m in mentors], WORDS),
            languages=mentor_mask(words.languages, [mentor.languages for mentor in mentors]),
            formats=mentor_mask(words.formats, [mentor.formats for mentor in mentors]),
            ahead=ahead_bits(levels, tags),
            organisations=organisation_bits(words, [mentor.organisations for mentor in mentors]),
            open=np.array([mentor.opted_in for mentor in mentors], dtype=bool),
            places=np.array([mentor.places for mentor in mentors], dtype=np.int64),
            blocked_by=_inverted([mentor.blocked for mentor in mentors]),
            reports_to=_inverted([mentor.managers for mentor in mentors]),
            rankings=tuple(mentor.ranking for mentor in mentors),
            seniority=_rungs([mentor.seniority for mentor in mentors]),
            text=text_marks([mentor.text for mentor in mentors]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class MenteeColumns:
    """Mentees, one row each, in the words of some mentors. Lists are padded to the right with PAD."""

    keys: tuple[Key, ...]
    row: dict[Key, int]
    goal_skill: Rows
    goal_own: Rows
    goal_priority: Rows
    values: Small
    wanted: Rows
    wishes: Rows
    channels: Rows
    traits: Bools
    cadence: Rows
    complete: Bools
    open: Bools
    week: Bits
    languages: Bits
    formats: Bits
    ahead: Bits
    organisations: Bits
    reach: Small
    blocked: tuple[frozenset[Key], ...]
    managers: tuple[frozenset[Key], ...]
    rankings: tuple[tuple[Key, ...], ...]
    seniority: NDArray[np.float64]
    demand: Rows
    waiting: NDArray[np.float64]
    teams: tuple[Key | None, ...]
    text: Small | None = None

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(cls, people: Iterable[Mentee], words: Words) -> MenteeColumns:
        """Columns from rows; two mentees with one key are refused."""
        mentees = list(people)
        goals = [mentee.goals for mentee in mentees]
        skill = words.skills.padded([[goal.skill for goal in row] for row in goals])
        own, priority = np.zeros_like(skill), np.zeros_like(skill)
        for place, row in enumerate(goals):
            own[place, : len(row)] = [goal.assumed for goal in row]
            priority[place, : len(row)] = [goal.priority for goal in row]
        wanted = words.tags.padded([[tag.word for tag in mentee.wanted] for mentee in mentees])
        return cls(
            keys=tuple(mentee.key for mentee in mentees),
            row=numbered([mentee.key for mentee in mentees]),
            goal_skill=skill,
            goal_own=own,
            goal_priority=priority,
            values=slider_codes([mentee.values for mentee in mentees]),
            wanted=wanted,
            wishes=words.traits.padded([mentee.wishes for mentee in mentees]),
            channels=words.channels.padded([mentee.channels for mentee in mentees]),
            traits=words.wishes.flags([mentee.traits for mentee in mentees]),
            cadence=np.array([mentee.cadence_days or 0 for mentee in mentees], dtype=np.int64),
            complete=np.array([mentee.complete for mentee in mentees], dtype=bool),
            open=np.array([mentee.opted_in for mentee in mentees], dtype=bool),
            week=as_words([mentee_bits(m.free, asynchronous=m.asynchronous) for m in mentees], WORDS),
            languages=mentee_mask(words.languages, [mentee.languages for mentee in mentees]),
            formats=mentee_mask(words.formats, [mentee.formats for mentee in mentees]),
            ahead=wanted_bits(skill, own, wanted, len(words.skills), len(words.tags)),
            organisations=organisation_bits(words, [mentee.organisations for mentee in mentees]),
            reach=np.array([REACHES[mentee.reach] for mentee in mentees], dtype=np.int8),
            blocked=tuple(mentee.blocked for mentee in mentees),
            managers=tuple(mentee.managers for mentee in mentees),
            rankings=tuple(mentee.ranking for mentee in mentees),
            seniority=_rungs([mentee.seniority for mentee in mentees]),
            demand=np.array([mentee.mentors for mentee in mentees], dtype=np.int64),
            waiting=np.array([mentee.waiting for mentee in mentees], dtype=np.float64),
            teams=tuple(mentee.team for mentee in mentees),
            text=text_marks([mentee.text for mentee in mentees]),
        )


def text_marks(texts: Sequence[int | None]) -> Small | None:
    """Marks as signs, one row each."""
    if all(text is None for text in texts):
        return None
    words = as_words([text or 0 for text in texts], 1).astype("<u8")
    signs = 2 * np.unpackbits(words.view(np.uint8), axis=1, bitorder="little").astype(np.int8) - 1
    return signs * np.array([[text is not None] for text in texts], dtype=np.int8)


def numbered(keys: Sequence[Key]) -> dict[Key, int]:
    """Each key's row; a key that comes twice is refused by name."""
    row = {key: number for number, key in enumerate(keys)}
    if len(row) != len(keys):
        twice = next(key for number, key in enumerate(keys) if row[key] != number)
        raise InputError("duplicate", f"{twice} is there twice.", key=twice)
    return row


def slider_codes(rows: Sequence[tuple[int | None, ...] | None]) -> Small:
    """Sliders as codes 0 … 4, UNKNOWN for None: shape (n, 8)."""
    codes = np.full((len(rows), SLIDERS), UNKNOWN, dtype=np.int8)
    for place, values in enumerate(rows):
        if values is not None:
            codes[place] = [UNKNOWN if value is None else value + 2 for value in values]
    return codes


def organisation_bits(words: Words, rows: Sequence[Sequence[Key]]) -> Bits:
    """Memberships as bits: an AND says whether two people share an organisation."""
    return as_words(words.organisations.bits(rows), max(1, (len(words.organisations) + 63) // 64))


def ahead_bits(levels: Small, tags: Bools) -> Bits:
    """What a mentor can lead in: bit 0 always, then "skill s at level L or above", then each tag."""
    steps = levels[:, :, None] >= np.arange(1, LEVELS + 1)
    flags = np.hstack(
        [np.ones((len(levels), 1), bool), steps.reshape(len(levels), levels.shape[1] * LEVELS), tags]
    )
    return packed(flags)


def wanted_bits(skill: Rows, own: Rows, wanted: Rows, skills: int, tags: int) -> Bits:
    """What a mentee needs somebody to lead in; bit 0 (met by all) for a brief that names nothing."""
    flags = np.zeros((len(skill), 1 + skills * LEVELS + tags), dtype=bool)
    flags[:, 0] = (skill == PAD).all(axis=1) & (wanted == PAD).all(axis=1)
    person, slot = np.nonzero((skill >= 0) & (own < LEVELS))
    flags[person, 1 + skill[person, slot] * LEVELS + own[person, slot]] = True
    person, slot = np.nonzero(wanted >= 0)
    flags[person, 1 + skills * LEVELS + wanted[person, slot]] = True
    return packed(flags)


def _levels(mentors: Sequence[Mentor], words: Words) -> Small:
    levels = np.zeros((len(mentors), len(words.skills)), dtype=np.int8)
    for place, mentor in enumerate(mentors):
        levels[place, [words.skills.number[skill] for skill in mentor.levels]] = list(mentor.levels.values())
    return levels


def _rungs(ladder: Sequence[int | None]) -> NDArray[np.float64]:
    """Seniority, NaN where it is not said."""
    return np.array([np.nan if rung is None else rung for rung in ladder], dtype=np.float64)


def _inverted(rows: Sequence[frozenset[Key]]) -> dict[Key, list[int]]:
    index: defaultdict[Key, list[int]] = defaultdict(list)
    for place, keys in enumerate(rows):
        for key in keys:
            index[key].append(place)
    return dict(index)
