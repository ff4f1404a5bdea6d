"""Finding: who may be found, filtered, counted and put in order; then the page that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.briefs.models import Brief
from alongside.matching.problem import Explanation, Gate, Mentee, Scores
from alongside.matching.seekers import Seeker, seeker_of

from . import typed
from .columns import KINDS, Mask, Places, Scored, Store
from .params import Asked
from .store import store
from .wide import searching as wide
from .wide.view import View

PAGE = 20
SHOWN_ALTHOUGH_CLOSED = np.uint16(Gate.FULL)
"""A full mentor is shown, with the waiting list."""
ANGLE_AFTER = 4
"""The mentor with a different angle stands after the best four."""
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """The places in the store that are shown, in order, and what the page says beside them."""

    kept: Store | View
    mentee: Mentee | None
    order: list[int]
    angle: int | None
    total: int
    counts: Counts
    closed: dict[int, int]
    saved: frozenset[int]
    hidden: int
    scored: Scored

    def explain(self, place: int) -> Explanation | None:
        """Every reason and gap of one of them, if there is a brief."""
        if self.mentee is None:
            return None
        known = self.scored.explained.get(place)
        if known is None:
            known = problem.explain(self.mentee, self.kept.mentor(place))
            self.scored.explained[place] = known
        return known


@dataclass(frozen=True, slots=True)
class Search:
    """One search under way."""

    asked: Asked
    kept: Store
    seeker: Seeker
    mentee: Mentee | None
    scored: Scored
    inside: Mask
    base: Mask
    """Everybody whom the seeker may find and has not hidden."""


def find(asked: Asked, person: Person, brief: Brief | None) -> Found:
    """Search as ``person``: nobody is counted or shown whom they may not find."""
    today = now().date()
    kept, seeker = store(today), seeker_of(person)
    mentee = problem.mentee_of(brief, seeker, today) if brief else None
    if isinstance(kept, View):
        return _find_among_very_many(asked, kept, seeker, mentee)
    search = _begin(asked, kept, seeker, mentee)
    scored = search.scored
    open_ones, closed = _open(scored.scores, search.base)
    filters = _filters(search)
    chosen = open_ones & _all(filters.values(), kept)
    order = _order(asked, kept, scored, chosen)
    angle = _angle(asked, scored.scores, order, chosen)
    return Found(
        kept=kept,
        mentee=mentee,
        order=_page(order.tolist(), angle, asked),
        angle=angle,
        total=len(order),
        counts=_counts(search, open_ones, filters),
        closed=closed,
        saved=seeker.saved,
        hidden=len(seeker.hidden),
        scored=scored,
    )


def _find_among_very_many(asked: Asked, view: View, seeker: Seeker, mentee: Mentee | None) -> Found:
    hits = wide.search(view, asked, seeker, mentee, PAGE, ANGLE_AFTER)
    return Found(
        kept=view,
        mentee=mentee,
        order=view.read(_page(hits.order, hits.angle, asked)),
        angle=hits.angle,
        total=hits.total,
        counts=hits.counts,
        closed=hits.closed,
        saved=seeker.saved,
        hidden=len(seeker.hidden),
        scored=view.known(mentee, seeker.pk),
    )


def _begin(asked: Asked, kept: Store, seeker: Seeker, mentee: Mentee | None) -> Search:
    base = kept.findable_by(seeker) & ~kept.those(seeker.hidden)
    inside = kept.belonging_to(seeker.companies)
    return Search(asked, kept, seeker, mentee, kept.score(mentee, seeker.pk), inside, base)


def _open(scores: Scores | None, base: Mask) -> tuple[Mask, dict[int, int]]:
    """Leave out whom a gate rules out, and count by which gate, so that it is said."""
    if scores is None:
        return base, {}
    gates = scores.closed & ~SHOWN_ALTHOUGH_CLOSED
    ruled_out = gates[base & (gates > 0)]
    bits = {int(gate): int(np.count_nonzero(ruled_out & np.uint16(gate))) for gate in Gate}
    return base & (gates == 0), {bit: count for bit, count in bits.items() if count}


def _filters(search: Search) -> dict[str, Mask]:
    """One mask for each filter that is set; within a kind any of the chosen marks will do."""
    asked, kept = search.asked, search.kept
    filters: dict[str, Mask] = {}
    if asked.where:
        filters["where"] = search.inside if asked.where == "inside" else ~search.inside
    for kind, values in asked.marks.items():
        filters[kind] = np.logical_or.reduce([kept.has(kind, value) for value in values])
    if asked.open_places:
        filters["open"] = kept.places > 0
    if asked.vouched:
        filters["vouched"] = kept.vouched
    if asked.saved:
        filters["saved"] = kept.those(search.seeker.saved)
    if asked.overlap and search.mentee is not None:
        filters["overlap"] = problem.free_together(kept.pool, search.mentee)
    if asked.words:
        filters["words"] = _worded(asked.words, kept, search.base)
    return filters


def _worded(words: str, kept: Store, base: Mask) -> Mask:
    """Those who tell of the words; of near words when nobody who may be found does."""
    exact = kept.those(typed.people_with(words))
    return exact if (exact & base).any() else kept.those(typed.people_near(words))


def _all(masks: Iterable[Mask], kept: Store) -> Mask:
    every = np.ones(len(kept), dtype=bool)
    for mask in masks:
        every &= mask
    return every


def _order(asked: Asked, kept: Store, scored: Scored, chosen: Mask) -> Places:
    """By what was asked for; equals by fit, and then by lot."""
    order = scored.order[chosen[scored.order]]
    by = {"places": -kept.places, "newest": -kept.joined, "name": kept.alphabet}.get(asked.sort)
    return order if by is None else order[np.argsort(by[order], kind="stable")]


def _angle(asked: Asked, scores: Scores | None, order: Places, chosen: Mask) -> int | None:
    """The mentor with a different angle who stands in the short list of a search by fit."""
    if scores is None or asked.sort != "fit" or asked.page > 1 or len(order) < ANGLE_AFTER:
        return None
    among = replace(scores, closed=np.where(chosen, scores.closed, SHOWN_ALTHOUGH_CLOSED))
    return problem.different_angle(among, order[: ANGLE_AFTER - 1].tolist())


def _page(order: list[int], angle: int | None, asked: Asked) -> list[int]:
    first = (asked.page - 1) * PAGE
    shown = order[first : first + PAGE]
    if angle is None or angle in shown[:ANGLE_AFTER]:
        return shown
    others = [place for place in shown if place != angle]
    return [*others[:ANGLE_AFTER], angle, *others[ANGLE_AFTER:]][:PAGE]


def _counts(search: Search, open_ones: Mask, filters: dict[str, Mask]) -> Counts:
    """How many each choice would leave, with all the other filters as they are."""
    kept = search.kept
    every = open_ones & _all(filters.values(), kept)
    rest = {
        name: open_ones & _all((mask for other, mask in filters.items() if other != name), kept)
        for name in filters
    }

    def left(name: str, mask: Mask) -> int:
        return int(np.count_nonzero(mask & rest.get(name, every)))

    counts = {kind: {value: left(kind, mask) for value, mask in kept.facets[kind].items()} for kind in KINDS}
    counts["where"] = {"inside": left("where", search.inside), "outside": left("where", ~search.inside)}
    counts["open"] = {"on": left("open", kept.places > 0)}
    counts["vouched"] = {"on": left("vouched", kept.vouched)}
    counts["saved"] = {"on": left("saved", kept.those(search.seeker.saved))}
    if search.mentee is not None:
        counts["overlap"] = {"on": left("overlap", problem.free_together(kept.pool, search.mentee))}
    return counts
