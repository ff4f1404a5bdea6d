"""Reading careers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.kept import Kept
from alongside.kit.nested import listed, made

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


def record_from(moves: Iterable[tuple[str, int | None]], positions: Iterable[Iterable[Any]]) -> TrackRecord:
    """The same of one person whose rows are read already: moves by year, and industry, stage, … of each position."""
    one = TrackRecord(moves=dict(moves))
    for facts in positions:
        _count_in(one, *facts)
    return one


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

    @property
    def now(self) -> Position | None:
        """The position that is held now, or was held last."""
        return max(self.positions, key=_how_late, default=None)


def career_of(person: Person) -> Career:
    """The whole career, in one query."""
    return career_from(dict(zip(COLUMNS, next(iter(_career(person.pk))), strict=True)))


def career_columns() -> dict[str, ArraySubquery]:
    """A career as columns of a query for persons."""
    me = OuterRef("pk")
    newest = F("started").desc(nulls_last=True)
    launched, year = F("launched").desc(nulls_last=True), F("year").desc(nulls_last=True)
    return {
        "its_positions": listed(Position.objects.filter(person=me).order_by(newest, "-pk")),
        "its_launches": listed(Launch.objects.filter(person=me).order_by(launched, "-pk")),
        "its_stories": listed(Story.objects.filter(person=me).order_by("-pk")),
        "its_transitions": listed(Transition.objects.filter(person=me).order_by(year, "move")),
    }


COLUMNS = ("its_positions", "its_launches", "its_stories", "its_transitions")
_career = Kept(lambda pk: Person.objects.filter(pk=pk).annotate(**career_columns()).values_list(*COLUMNS))


def career_from(row: Mapping[str, Any]) -> Career:  # Any: columns of several kinds
    """The career that these columns hold."""
    return Career(
        positions=made(Position, row["its_positions"]),
        launches=made(Launch, row["its_launches"]),
        stories=made(Story, row["its_stories"]),
        transitions=made(Transition, row["its_transitions"]),
    )


def current_positions(person_ids: Iterable[int]) -> dict[int, Position]:
    """The position that each of these people holds now, or held last, in one query."""
    now_or_last = (F("ended").desc(nulls_first=True), F("started").desc(nulls_last=True), "-pk")
    rows = Position.objects.filter(person__in=list(person_ids)).order_by("person", *now_or_last)
    return {position.person_id: position for position in rows.distinct("person")}


def _how_late(position: Position) -> tuple[dt.date, dt.date, int]:
    return position.ended or dt.date.max, position.started or dt.date.min, position.pk


def neutral_label(position: Position | None) -> str:
    """How a person is called who stays back: by level and industry, never by name or company."""
    level = Level(position.level).label if position and position.level else ""
    industry = Industry(position.industry).label if position and position.industry else ""
    if level and industry:
        return _("%(level)s, %(industry)s") % {"level": level, "industry": industry}
    return str(level or industry or _("A product person"))
