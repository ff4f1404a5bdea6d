"""Whose rows changed: read from what was recorded, so that every process learns of it by itself."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.kept import Kept

VERBS = {
    *("offer", "profile", "position", "transition", "launch", "import", "skill", "week"),
    *("membership", "vouch", "person", "request", "imprint"),
}
"""The first words of events that may change how somebody is found."""
OVERLOOKED = 1000
"""How far back a number may be that was given to a transaction which is still open."""
PATIENCE = 1800.0
"""Seconds for which such a number is waited for."""


@dataclass(slots=True)
class Watch:
    """How far the events were read, which numbers were not there yet, and who has changed since."""

    seen: int
    missing: dict[int, float] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self) -> set[int]:
        """Those who have changed, once."""
        with self.lock:
            changed, self.changed = self.changed, set()
        return changed


Row = tuple[int, str, int | None, str, str]


def from_now() -> Watch:
    """Begin to watch."""
    watch = Watch(
        max(0, (Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) - OVERLOOKED)
    )
    _read(watch)
    return watch


def watch(kept: Watch) -> None:
    """Take in what was recorded since: one query when nothing was."""
    with kept.lock:
        later = [row for row in _read(kept) if row[1].partition(".")[0] in VERBS]
        if later:
            kept.changed |= _whose(later)


def _read(kept: Watch) -> list[Row]:
    """The new events. Numbers are given before they are seen: gaps are looked at again until they fill."""
    also = Q(pk__gt=kept.seen) | Q(pk__in=list(kept.missing))
    rows: list[Row] = list(_events(also) if kept.missing else _later(kept.seen))
    clock, there = monotonic(), {row[0] for row in rows}
    if rows and rows[-1][0] > kept.seen:
        kept.missing |= dict.fromkeys(range(kept.seen + 1, rows[-1][0]), clock)
        kept.seen = rows[-1][0]
    kept.missing = {
        pk: since for pk, since in kept.missing.items() if pk not in there and clock - since < PATIENCE
    }
    return rows


def _events(which: Q) -> QuerySet[Event, Any]:  # Any: plain rows
    columns = ("pk", "verb", "by_id", "about_kind", "about_code")
    rows: QuerySet[Event, Any] = Event.objects.filter(which).order_by("pk").values_list(*columns)
    return rows


_later = Kept(lambda seen: _events(Q(pk__gt=seen)))


def _whose(rows: Iterable[Row]) -> set[int]:
    """The people behind the events: who did it, and whom the thing belongs to."""
    people: set[int] = set()
    things: defaultdict[str, set[str]] = defaultdict(set)
    for _pk, _verb, by, kind, code in rows:
        people |= {by} if by else set()
        things[kind].add(code)
    for kind, codes in things.items():
        model: Any = apps.get_model(kind)  # Any: the model is only known by its name here
        column = _owner(model)
        if column:
            people |= set(model._base_manager.filter(code__in=codes).values_list(column, flat=True))
    return people


def _owner(model: Any) -> str:  # Any: as above
    names = {one.name for one in model._meta.get_fields()}
    if model is Person:
        return "pk"
    return next((f"{name}_id" for name in ("person", "mentor") if name in names), "")
