"""What is asked: a mentee and a mentor as frozen values, the way a caller hands them in."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from .errors import InputError
from .week import Week

Key = Hashable
Reach = Literal["inside", "outside", "both"]
Replies = Literal["often", "sometimes", "seldom"]
SLIDERS = 8
"""Work-value sliders; each from -2 to +2, or None for one that was left alone."""
LEVELS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSkill:
    """A skill that a mentee wants: where they stand, where they aim, and how much it matters (3 most).

    ``own`` may be None: it then counts as one level below the target, or as level 1 without a target.
    """

    skill: Key
    own: int | None = None
    target: int | None = None
    priority: int = 1

    def __post_init__(self) -> None:
        for name, level in (("own", self.own), ("target", self.target)):
            if level is not None and not 0 <= level <= LEVELS:
                raise InputError("level", f"{name} is {level}; levels go from 0 to {LEVELS}.")
        if not 1 <= self.priority <= 3:
            raise InputError("priority", f"The priority is {self.priority}; it goes from 1 to 3.")

    @property
    def assumed(self) -> int:
        """The mentee's level, as far as it is known."""
        return self.own if self.own is not None else max(1, (self.target or 2) - 1)


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark of a track record: ``kind`` such as "transition" or "industry", ``value`` such as "fintech".

    ``year`` and ``vouched`` are what a mentor can say about it; they do not change the score.
    """

    kind: str
    value: str
    year: int | None = None
    vouched: bool = False

    @property
    def word(self) -> tuple[str, str]:
        """What is compared."""
        return (self.kind, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentee:
    """One person with one brief. Empty and None mean "not said", which is never held against anybody.

    ``values``: eight sliders of -2 … +2 or None. ``wanted``: tags of the track record they look for.
    ``free``: the week's free time in UTC (``week.free_week`` makes it from wall-clock windows).
    ``wishes``: further words they would like the mentor to have among their ``traits`` (kinds of help,
    topics); ``traits``: words that mentors may wish for. ``ranking``: mentors' keys, most wanted first.
    ``managers`` are the people above them; ``blocked`` those they must never meet. For rounds: ``mentors``
    they want at once (a circle), days of ``waiting``, their ``seniority`` on a ladder, and their ``team``.
    ``text``: the marks of what they wrote about their goal (``likeness.packaged`` makes them).
    """

    key: Key
    goals: tuple[GoalSkill, ...] = ()
    values: tuple[int | None, ...] | None = None
    wanted: tuple[Tag, ...] = ()
    free: Week = None
    asynchronous: bool = False
    languages: tuple[str, ...] = ()
    cadence_days: int | None = None
    channels: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    reach: Reach = "both"
    organisations: tuple[Key, ...] = ()
    wishes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    ranking: tuple[Key, ...] = ()
    text: int | None = None
    complete: bool = True
    mentors: int = 1
    waiting: float = 0
    seniority: int | None = None
    team: Key | None = None
    opted_in: bool = True
    blocked: frozenset[Key] = frozenset()
    managers: frozenset[Key] = frozenset()

    def __post_init__(self) -> None:
        _check_values(self.values)
        _check_text(self.text)
        _check_once("goal skill", [goal.skill for goal in self.goals])
        _check_once("ranked mentor", list(self.ranking))
        if self.mentors < 0:
            raise InputError("demand", "A mentee cannot want fewer mentors than none.")
        if self.cadence_days is not None and self.cadence_days < 1:
            raise InputError("cadence", "A cadence is at least one day.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """One person who offers. Empty and None mean "not said".

    ``levels``: skill → level 1 … 5. ``cadences``: days between meetings they can keep. ``replies``: how
    often they answer requests. ``capacity`` and ``taken`` are places; the other words are as for a mentee.
    """

    key: Key
    levels: Mapping[Key, int] = field(default_factory=dict)
    values: tuple[int | None, ...] | None = None
    tags: tuple[Tag, ...] = ()
    free: Week = None
    asynchronous: bool = False
    languages: tuple[str, ...] = ()
    cadences: tuple[int, ...] = ()
    channels: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    capacity: int = 1
    taken: int = 0
    organisations: tuple[Key, ...] = ()
    wishes: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    ranking: tuple[Key, ...] = ()
    text: int | None = None
    trained: bool = False
    replies: Replies | None = None
    seniority: int | None = None
    opted_in: bool = True
    blocked: frozenset[Key] = frozenset()
    managers: frozenset[Key] = frozenset()

    def __post_init__(self) -> None:
        _check_values(self.values)
        _check_text(self.text)
        for skill, level in self.levels.items():
            if not 0 <= level <= LEVELS:
                raise InputError("level", f"The level of {skill} is {level}; levels go from 0 to {LEVELS}.")
        if self.capacity < 0 or self.taken < 0:
            raise InputError("capacity", "Places cannot be fewer than none.")
        _check_once("ranked mentee", list(self.ranking))
        if len(set(self.wishes)) > 12:
            raise InputError("wishes", "A mentor states at most twelve wishes.")
        if any(days < 1 for days in self.cadences):
            raise InputError("cadence", "A cadence is at least one day.")

    @property
    def places(self) -> int:
        """Places left."""
        return max(0, self.capacity - self.taken)


def _check_values(values: tuple[int | None, ...] | None) -> None:
    if values is None:
        return
    if len(values) != SLIDERS:
        raise InputError("values", f"There are {SLIDERS} work values, not {len(values)}.")
    if any(value is not None and not -2 <= value <= 2 for value in values):
        raise InputError("values", "A work value goes from -2 to +2.")


def _check_text(marks: int | None) -> None:
    if marks is not None and not 0 <= marks < 1 << 64:
        raise InputError("text", "The marks of a text are a whole number of 64 bits.")


def _check_once(what: str, keys: list[Key]) -> None:
    if len(set(keys)) != len(keys):
        raise InputError("twice", f"The same {what} is named twice.")
