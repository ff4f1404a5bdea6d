"""Reading careers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person

from .models import Launch, Position, Story, Transition
from .words import Industry, Level


@dataclass(slots=True)
class TrackRecord:
    """What of a career counts for the fit; ``moves`` holds the latest year of each, or None."""

    moves: dict[str, int | None] = field(default_factory=dict)
    industries: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    product_types: set[str] = field(default_factory=set)
    sizes: set[str] = field(default_factory=set)
    level: int | None = None


def track_record(person_ids: Iterable[int]) -> dict[int, TrackRecord]:
    """The track records of these people, in two queries; nobody's is missing."""
    ids = list(person_ids)
    found: dict[int, TrackRecord] = defaultdict(TrackRecord)
    moves = Transition.objects.filter(person__in=ids).order_by(F("year").asc(nulls_first=True))
    for person_id, move, year in moves.values_list("person_id", "move", "year"):
        found[person_id].moves[move] = year
    columns = ("person_id", "industry", "stage", "product_type", "size", "level")
    for person_id, *facts in Position.objects.filter(person__in=ids).values_list(*columns):
        _count_in(found[person_id], *facts)
    return found


def _count_in(one: TrackRecord, industry: str, stage: str, kind: str, size: str, level: int | None) -> None:
    for facts, fact in zip(
        (one.industries, one.stages, one.product_types, one.sizes), (industry, stage, kind, size), strict=True
    ):
        if fact:
            facts.add(fact)
    one.level = max(one.level or 0, level or 0) or None


@dataclass(frozen=True, slots=True)
class Career:
    """Everything that a person told, newest first."""

    positions: list[Position]
    launches: list[Launch]
    stories: list[Story]
    transitions: list[Transition]


def career_of(person: Person) -> Career:
    """The whole career, in four queries."""
    newest = F("started").desc(nulls_last=True)
    return Career(
        positions=list(Position.objects.of(person).order_by(newest, "-pk")),
        launches=list(Launch.objects.of(person).order_by(F("launched").desc(nulls_last=True), "-pk")),
        stories=list(Story.objects.of(person).order_by("-pk")),
        transitions=list(Transition.objects.of(person).order_by(F("year").desc(nulls_last=True), "move")),
    )


def current_positions(person_ids: Iterable[int]) -> dict[int, Position]:
    """The position that each of these people holds now, or held last, in one query."""
    now_or_last = (F("ended").desc(nulls_first=True), F("started").desc(nulls_last=True), "-pk")
    rows = Position.objects.filter(person__in=list(person_ids)).order_by("person", *now_or_last)
    return {position.person_id: position for position in rows.distinct("person")}


def neutral_label(position: Position | None) -> str:
    """How a person is called who stays back: by level and industry, never by name or company."""
    level = Level(position.level).label if position and position.level else ""
    industry = Industry(position.industry).label if position and position.industry else ""
    if level and industry:
        return _("%(level)s, %(industry)s") % {"level": level, "industry": industry}
    return str(level or industry or _("A product person"))
