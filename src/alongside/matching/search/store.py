"""All mentors as columns, kept in this process and brought up to date before each search."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alongside.activity.events.models import Event
from alongside.matching import problem
from alongside.matching.problem import Gate, Mentor, Pool
from alongside.people.offers.models import Offer
from alongside.people.vouching.models import Vouch

Mask = NDArray[np.bool_]
KINDS = ("skill", "industry", "stage", "transition", "product_type", "language")
CHANGES = (
    "offer",
    "profile",
    "position",
    "transition",
    "skill",
    "availability",
    "membership",
    "vouch",
    "person",
)
"""What an event is about when it may change how somebody is found."""


@dataclass(slots=True)
class Store:
    """The columns: places are the same in every one of them."""

    seen: int
    on: dt.date
    mentors: list[Mentor]
    pool: Pool
    ids: NDArray[np.int64]
    facets: dict[str, dict[str, Mask]]
    places: NDArray[np.int64]
    vouched: Mask
    joined: NDArray[np.int64]
    alphabet: NDArray[np.int64]
    place_of: dict[int, int] = field(default_factory=dict)

    def has(self, kind: str, value: str) -> Mask:
        """Which mentors carry a mark."""
        none = np.zeros(len(self.ids), dtype=bool)
        return self.facets.get(kind, {}).get(value, none)


_lock = threading.Lock()
_kept: dict[str, Store] = {}


def store(on: dt.date) -> Store:
    """Return the columns as of now: one small query tells whether anything changed since they were built."""
    kept = _kept.get("store")
    if kept is not None and kept.on == on and not _changed(kept):
        return kept
    with _lock:
        _kept["store"] = kept = build(on, _newest())
    return kept


def forget() -> None:
    """Drop the columns; the next search builds them anew."""
    _kept.clear()


def _changed(kept: Store) -> bool:
    later = list(Event.objects.filter(pk__gt=kept.seen).order_by("pk").values_list("pk", "verb"))
    if later:
        kept.seen = later[-1][0]
    return any(verb.split(".")[0] in CHANGES for _, verb in later)


def _newest() -> int:
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def build(on: dt.date, seen: int) -> Store:
    """Read every open offer and build the columns."""
    offers = list(
        Offer.objects.open_on(on)
        .filter(person__is_active=True)
        .select_related("person__profile")
        .order_by("pk")
    )
    mentors = problem.mentors_of(offers, on)
    vouched = set(Vouch.objects.confirmed().values_list("person_id", flat=True))
    ids = np.array([offer.person_id for offer in offers], dtype=np.int64)
    return Store(
        seen=seen,
        on=on,
        mentors=mentors,
        pool=problem.pool_of(mentors),
        ids=ids,
        facets=_facets(mentors),
        places=np.array([mentor.places for mentor in mentors], dtype=np.int64),
        vouched=np.isin(ids, list(vouched)),
        joined=np.array([int(offer.created_at.timestamp()) for offer in offers], dtype=np.int64),
        alphabet=np.argsort(np.argsort([offer.person.name.casefold() for offer in offers])).astype(np.int64),
        place_of={int(pk): place for place, pk in enumerate(ids)},
    )


def _facets(mentors: list[Mentor]) -> dict[str, dict[str, Mask]]:
    found: dict[str, dict[str, Mask]] = {kind: {} for kind in KINDS}

    def mark(kind: str, value: Any, place: int) -> None:  # Any: words and numbers
        column = found[kind].setdefault(str(value), np.zeros(len(mentors), dtype=bool))
        column[place] = True

    for place, mentor in enumerate(mentors):
        for tag in mentor.tags:
            if tag.kind in found:
                mark(tag.kind, tag.value, place)
        for skill, level in mentor.levels.items():
            if level >= 3:
                mark("skill", skill, place)
        for language in mentor.languages:
            mark("language", language, place)
    return found


SHOWN_ALTHOUGH_CLOSED = int(Gate.FULL)
"""A full mentor is shown, with the waiting list."""
