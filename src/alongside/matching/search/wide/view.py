"""The file as this process reads it, with whoever changed since in columns of their own."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from django.db import connections

from alongside.matching.problem import Mentee, Mentor
from alongside.matching.problem.crowds import bitmaps
from alongside.matching.search import changes, columns, few
from alongside.matching.search.changes import Watch
from alongside.matching.search.columns import MOST_SCORED, MentorRow, Scored

from . import building, file
from .segment import Bitmap, Filling, Segment

MOST_CHANGED = 2000
"""From so many changes on the file is written anew."""
MOST_READ = 5000
"""Mentors who were shown and are kept at hand."""

_lock = threading.Lock()
_kept: dict[str, View] = {}
_refused: set[file.Stamp] = set()
"""Files that could not be read."""


@dataclass(eq=False)
class View:
    """Two segments: the file without those who ``changed`` since, and these as they are now.

    A place counts through both.
    """

    on: dt.date
    stamp: file.Stamp
    file: file.Generation
    watch: Watch
    skills: dict[int, str]
    changed: dict[int, MentorRow | None]
    """None for whoever no longer mentors."""
    gone: Bitmap
    now: Segment
    rows: dict[int, MentorRow] = field(default_factory=dict)
    """Those who were read to be shown; the others are in the file alone."""
    scored: OrderedDict[tuple[int, Mentee | None], Scored] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self.file.segment) - bitmaps.count(self.gone) + len(self.now)

    @property
    def segments(self) -> tuple[tuple[Segment, Bitmap, int], ...]:
        """Each segment, who in it does not count, and its first place."""
        base = self.file.segment
        changed = ((self.now, self.now.nobody(), len(base)),) if len(self.now) else ()
        return ((base, self.gone, 0), *changed)

    def those(self, people: Iterable[int]) -> Bitmap:
        """Which of the mentors in the file are among these people."""
        return self.file.segment.those(people)

    def key(self, place: int) -> int:
        """The number of the person at a place."""
        base = len(self.file.segment)
        return int(self.file.segment.own["ids"][place] if place < base else self.now.own["ids"][place - base])

    def mentor(self, place: int) -> Mentor:
        """The mentor at a place, who was read."""
        return self.rows[self.key(place)].mentor

    def is_vouched(self, place: int) -> bool:
        """Whether the mentor at a place has a vouched record."""
        return self.rows[self.key(place)].vouched

    def read(self, places: Iterable[int]) -> list[int]:
        """Read who is to be shown from the record; those who are still there."""
        keys = {place: self.key(place) for place in places}
        if len(self.rows) > MOST_READ:
            self.rows = {}
        missing = set(keys.values()) - self.rows.keys()
        self.rows |= few.read(self.on, missing) if missing else {}
        return [place for place, key in keys.items() if key in self.rows]

    def known(self, mentee: Mentee | None, seed: int) -> Scored:
        """What was told of this mentee and those who were shown to them."""
        kept = self.scored.setdefault((seed, mentee), Scored(None, np.empty(0, dtype=np.int64)))
        while len(self.scored) > MOST_SCORED:
            self.scored.popitem(last=False)
        return kept


def current(on: dt.date) -> View | None:
    """The columns as of now; None when there is no file, as on an instance with few mentors."""
    stamp = file.stamp()
    kept = _kept.get("view")
    if stamp is None or stamp in _refused:
        return None if stamp is None else _kept.get("view")
    if kept is None:
        with _lock:
            kept = _kept.get("view") or _opened(on, stamp)
    elif kept.stamp != stamp:
        threading.Thread(target=_open_aside, args=(on, stamp), daemon=True).start()
    return None if kept is None else _renewed(kept)


def forget() -> None:
    """Open the file anew at the next search."""
    _kept.clear()


def _opened(on: dt.date, stamp: file.Stamp) -> View | None:
    made = file.read()
    if made is None:
        _refused.add(stamp)
        building.build_soon()
        return None
    segment = made.segment
    view = View(on, stamp, made, Watch(made.seen), columns.names(), {}, segment.nobody(), Filling().done())
    _kept["view"] = _brought_up(view)
    return _kept["view"]


def _open_aside(on: dt.date, stamp: file.Stamp) -> None:
    """Open a new file in a thread of its own, so that no search waits; one at a time."""
    if not _lock.acquire(blocking=False):
        return
    try:
        _opened(on, stamp)
    finally:
        _lock.release()
        connections.close_all()


def _renewed(kept: View) -> View:
    """Take in what changed: one small query when nothing did."""
    changes.watch(kept.watch)
    if not kept.watch.changed:
        return kept
    with _lock:
        if _kept.get("view") is kept:
            _kept["view"] = _taken_in(kept)
        return _kept.get("view", kept)


def _brought_up(view: View) -> View:
    changes.watch(view.watch)
    return _taken_in(view) if view.watch.changed else view


def _taken_in(kept: View) -> View:
    """A view with those who changed read again; whoever searches in the old one finishes there."""
    changed = kept.watch.take()
    if not changed:
        return kept
    found = columns.read(kept.on, changed)
    every = kept.changed | {pk: found.get(pk) for pk in changed}
    filling = Filling()
    filling.add({pk: row for pk, row in every.items() if row is not None})
    if len(every) > MOST_CHANGED >= len(kept.changed):
        building.build_soon()
    return View(
        kept.on, kept.stamp, kept.file, kept.watch, columns.names(), every,
        gone=kept.file.segment.those(every), now=filling.done(),
        rows={pk: row for pk, row in kept.rows.items() if pk not in changed},
    )  # fmt: skip
