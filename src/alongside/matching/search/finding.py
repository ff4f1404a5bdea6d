"""Finding: who may be found, filtered, counted and put in order; then the page that is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.problem import Mentee, Scores
from alongside.people.profiles.queries import findable_by

from . import typed
from .models import Mark
from .params import KINDS, Asked
from .store import SHOWN_ALTHOUGH_CLOSED, Mask, Store, store

PAGE = 20
OVERLAP_PART = 3
"""Logistics is the fourth part of the fit."""


@dataclass(slots=True)
class Found:
    """The places in the store that are shown, in order, and what the page says beside them."""

    kept: Store
    scores: Scores | None
    mentee: Mentee | None
    order: list[int]
    angle: int | None
    total: int
    counts: dict[str, dict[str, int]]
    closed: dict[int, int]
    saved: set[int]
    hidden: int


def find(asked: Asked, person: Person, brief: Brief | None) -> Found:
    """Search as ``person``: nobody is counted or shown whom they may not find."""
    kept = store(now().date())
    mentee = problem.mentee_of(brief, person, now().date()) if brief else None
    scores = problem.score(mentee, kept.pool) if mentee and len(kept.ids) else None
    marks = _marks(person)
    base = _findable(kept, person) & ~np.isin(kept.ids, list(marks["hidden"]))
    open_ones, closed = _open(scores, base)
    inside = _inside(kept, mentee, person)
    filters = _filters(asked, kept, mentee, inside, marks["saved"], person)
    chosen = open_ones & _all(filters.values(), len(kept.ids))
    order = _order(asked, kept, scores, chosen, person)
    angle = _angle(asked, scores, order, chosen)
    counts = _counts(kept, open_ones, filters, inside)
    shown = _page(order, angle, asked)
    return Found(
        kept, scores, mentee, shown, angle, len(order), counts, closed, marks["saved"], len(marks["hidden"])
    )


def _marks(person: Person) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {"saved": set(), "hidden": set()}
    for kind, mentor in Mark.objects.filter(person=person).values_list("kind", "mentor_id"):
        found[kind].add(mentor)
    return found


def _findable(kept: Store, person: Person) -> Mask:
    ids = np.fromiter(findable_by(person).values_list("pk", flat=True), dtype=np.int64)
    return np.isin(kept.ids, ids)


def _open(scores: Scores | None, base: Mask) -> tuple[Mask, dict[int, int]]:
    """Leave out whom a gate rules out, and count by which gate, so that it is said."""
    if scores is None:
        return base, {}
    gates = scores.closed & ~np.uint16(SHOWN_ALTHOUGH_CLOSED)
    ruled_out = gates[base & (gates > 0)]
    bits = {1 << bit: int(((ruled_out >> bit) & 1).sum()) for bit in range(14)}
    return base & (gates == 0), {bit: count for bit, count in bits.items() if count}


def _inside(kept: Store, mentee: Mentee | None, person: Person) -> Mask:
    mine = set(
        mentee.organisations if mentee else problem.belonging([person.pk]).companies.get(person.pk, ())
    )
    return np.array([bool(mine & set(mentor.organisations)) for mentor in kept.mentors], dtype=bool)


def _filters(
    asked: Asked, kept: Store, mentee: Mentee | None, inside: Mask, saved: set[int], person: Person
) -> dict[str, Mask]:
    """One mask for each filter that is set; within a kind any of the chosen marks will do."""
    filters: dict[str, Mask] = {}
    if asked.where:
        filters["where"] = inside if asked.where == "inside" else ~inside
    for kind, values in asked.marks.items():
        filters[kind] = np.logical_or.reduce([kept.has(kind, value) for value in values])
    if asked.open_places:
        filters["open"] = kept.places > 0
    if asked.vouched:
        filters["vouched"] = kept.vouched
    if asked.saved:
        filters["saved"] = np.isin(kept.ids, list(saved))
    if asked.overlap and mentee is not None:
        filters["overlap"] = _overlapping(kept, mentee)
    if asked.words:
        filters["words"] = np.isin(kept.ids, typed.people_with(asked.words, person))
    return filters


def _overlapping(kept: Store, mentee: Mentee) -> Mask:
    own = mentee.free if isinstance(mentee.free, int) else 0
    return np.array([isinstance(m.free, int) and bool(m.free & own) for m in kept.mentors], dtype=bool)


def _all(masks: object, size: int) -> Mask:
    every = np.ones(size, dtype=bool)
    for mask in masks:  # type: ignore[attr-defined]  # any iterable of masks
        every = every & mask
    return every


def _order(asked: Asked, kept: Store, scores: Scores | None, chosen: Mask, person: Person) -> list[int]:
    places = np.flatnonzero(chosen)
    keys = [int(pk) for pk in kept.ids[places]]
    worth = _worth(asked, kept, scores)[places]
    return [int(places[place]) for place in problem.in_order(worth, keys, person.pk)]


def _worth(asked: Asked, kept: Store, scores: Scores | None) -> NDArray[np.int64]:
    if asked.sort == "places":
        return kept.places
    if asked.sort == "newest":
        return kept.joined
    if asked.sort == "name":
        return -kept.alphabet
    return scores.total.astype(np.int64) if scores is not None else np.zeros(len(kept.ids), dtype=np.int64)


def _angle(asked: Asked, scores: Scores | None, order: list[int], chosen: Mask) -> int | None:
    """The mentor with a different angle who closes the first page of a search by fit."""
    if scores is None or asked.sort != "fit" or asked.page > 1 or len(order) < 4:
        return None
    place = problem.different_angle(scores, order[:3])
    return place if place is not None and chosen[place] else None


def _page(order: list[int], angle: int | None, asked: Asked) -> list[int]:
    if angle is not None:
        order = [
            *order[:4],
            *([angle] if angle not in order[:4] else []),
            *(p for p in order[4:] if p != angle),
        ]
    return order[(asked.page - 1) * PAGE : asked.page * PAGE]


def _counts(
    kept: Store, open_ones: Mask, filters: dict[str, Mask], inside: Mask
) -> dict[str, dict[str, int]]:
    """How many each choice would leave, with all the other filters as they are."""
    others = {
        name: _all((m for n, m in filters.items() if n != name), len(kept.ids)) & open_ones
        for name in filters
    }
    every = _all(filters.values(), len(kept.ids)) & open_ones
    counts = {
        kind: {
            value: int((mask & others.get(kind, every)).sum()) for value, mask in kept.facets[kind].items()
        }
        for kind in KINDS
    }
    where = others.get("where", every)
    counts["where"] = {"inside": int((where & inside).sum()), "outside": int((where & ~inside).sum())}
    counts["open"] = {"on": int((others.get("open", every) & (kept.places > 0)).sum())}
    counts["vouched"] = {"on": int((others.get("vouched", every) & kept.vouched).sum())}
    return counts
