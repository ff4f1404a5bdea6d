"""People as one text that never changes, and back: what a round is decided from, now and years later."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar

import alongside
from pairing import VERSION, GoalSkill, Mentee, Mentor, Tag

Plain = dict[str, Any]  # Any: numbers, words and lists of them
OneT = TypeVar("OneT", Mentee, Mentor)
ENGINE = f"pairing {VERSION}, with Alongside {alongside.__version__}"
"""Kept with every snapshot and decision, so that somebody years later knows what to install."""


@dataclass(frozen=True, slots=True)
class People:
    """Both sides of a round."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]


def text_of(mentees: Iterable[Mentee], mentors: Iterable[Mentor]) -> str:
    """Return everybody as canonical JSON: the same people give the same text, in whatever order they come."""
    content = {
        "format": 1,
        "mentees": [_told(one) for one in sorted(mentees, key=_key)],
        "mentors": [_told(one) for one in sorted(mentors, key=_key)],
    }
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(text: str) -> str:
    """Return the fingerprint of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def people_of(text: str) -> People:
    """Return the people of a text that ``text_of`` wrote."""
    content = json.loads(text)
    return People(
        tuple(_read(Mentee, one) for one in content["mentees"]),
        tuple(_read(Mentor, one) for one in content["mentors"]),
    )


def pair_of(text: str, mentee: int, mentor: int) -> tuple[Mentee, Mentor]:
    """Return two of the people of a text."""
    content = json.loads(text)
    one = next(told for told in content["mentees"] if told["key"] == mentee)
    other = next(told for told in content["mentors"] if told["key"] == mentor)
    return _read(Mentee, one), _read(Mentor, other)


def _key(one: Mentee | Mentor) -> int:
    return int(str(one.key))


def _told(one: Mentee | Mentor) -> Plain:
    """Only what was said: a field that stands as it begins is left out."""
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    begun = {field.name: _begun(field) for field in fields(one)}
    return {name: _plain(name, value) for name, value in told.items() if value != begun[name]}


def _begun(field: Any) -> Any:  # Any: a field of a dataclass, and any value
    return field.default if field.default_factory is MISSING else field.default_factory()


def _plain(name: str, value: Any) -> Any:  # Any: what a field holds
    writer = WRITERS.get(name)
    return writer(value) if writer else list(value) if isinstance(value, tuple) else value


def _read(kind: type[OneT], told: Mapping[str, Any]) -> OneT:  # Any: what a field holds
    return kind(**{name: _value(name, value) for name, value in told.items()})


def _value(name: str, value: Any) -> Any:  # Any: what a field holds
    reader = READERS.get(name)
    return reader(value) if reader else tuple(value) if isinstance(value, list) else value


def _tags(rows: Sequence[Sequence[Any]]) -> tuple[Tag, ...]:  # Any: words, and a year
    return tuple(Tag(*row) for row in rows)


def _tag_rows(tags: Iterable[Tag]) -> list[list[object]]:
    return [[tag.kind, tag.value, tag.year, tag.vouched] for tag in tags]


def _goals(rows: Sequence[Sequence[int]]) -> tuple[GoalSkill, ...]:
    return tuple(GoalSkill(skill=a, own=b, target=c, priority=d) for a, b, c, d in rows)


def _goal_rows(goals: Iterable[GoalSkill]) -> list[list[object]]:
    return [[goal.skill, goal.own, goal.target, goal.priority] for goal in goals]


WRITERS: dict[str, Callable[[Any], Any]] = {
    "goals": _goal_rows,
    "wanted": _tag_rows,
    "tags": _tag_rows,
    "free": hex,
    "levels": lambda levels: [[skill, levels[skill]] for skill in sorted(levels)],
    "blocked": sorted,
    "managers": sorted,
}
READERS: dict[str, Callable[[Any], Any]] = {
    "goals": _goals,
    "wanted": _tags,
    "tags": _tags,
    "free": lambda text: int(text, 16),
    "levels": dict,
    "blocked": frozenset,
    "managers": frozenset,
}
