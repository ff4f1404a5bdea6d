"""All mentors, kept in this process and brought up to date before each search."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.db import DatabaseError, connections
from django.template.loader import get_template

from alongside.kit.clock import now

from . import changes, columns
from .columns import Store
from .wide import building, file, reading, view
from .wide.view import View

TEMPLATES = ("matching/search/index.html", "matching/search/_card.html")
log = logging.getLogger(__name__)
AT_ONCE = 1500
"""Up to so many mentors a change is waited for; beyond, it is worked in beside the searches."""

_lock = threading.Lock()
_kept: dict[str, Store] = {}


def store(on: dt.date) -> Store | View:
    """Return the columns as of now: one small query tells whose rows changed since they were built.

    Very many mentors are read from the file that all processes share. Before there is one, a search of a large
    instance may see a moment ago; what it shows is checked again as it is read.
    """
    wide = view.current(on)
    if wide is not None:
        _kept.clear()
        return wide
    kept = _kept.get("store")
    if kept is None:
        with _lock:
            return _kept.get("store") or _keep(_built(on))
    changes.watch(kept.watch)
    if kept.on == on and not kept.watch.changed:
        return kept
    if len(kept) > AT_ONCE:
        threading.Thread(target=_renew_aside, args=(on,), daemon=True).start()
        return kept
    with _lock:
        return _renewed(on)


def warm() -> None:
    """Open the columns beside the first pages of a new process, so that the first search finds them open."""
    threading.Thread(target=_warm, daemon=True).start()


def _warm() -> None:
    try:
        if file.stamp() is None and reading.mentoring(now().date()).count() >= building.LARGE:
            building.build_soon()
        else:
            _begin(store(now().date()))
    except DatabaseError as missing:  # not there yet, or not migrated: the first search will try again
        log.warning("the columns are opened later: %s", missing)
    finally:
        connections.close_all()


def _begin(kept: Store | View) -> None:
    """Do once what every search does, as its first time takes longest."""
    for name in TEMPLATES:
        get_template(name)
    kept.those([0])
    if isinstance(kept, View):
        kept.read(range(min(len(kept), 1)))


def forget() -> None:
    """Drop the columns; the next search builds them anew."""
    _kept.clear()
    view.forget()


def _keep(made: Store) -> Store:
    _kept["store"] = made
    return made


def _built(on: dt.date) -> Store:
    watch = changes.from_now()
    return columns.assemble(columns.read(on), columns.names(), on, watch)


def _renewed(on: dt.date) -> Store:
    """Read again only those who changed; a new day moves everybody's week."""
    kept = _kept.get("store")
    if kept is None or kept.on != on:
        return _keep(_built(on))
    changed = kept.watch.take()
    if not changed:
        return kept
    rows = {pk: row for pk, row in kept.rows.items() if pk not in changed} | columns.read(on, changed)
    return _keep(columns.assemble(rows, columns.names(), on, kept.watch))


def _renew_aside(on: dt.date) -> None:
    """Renew in a thread of its own; one at a time."""
    if not _lock.acquire(blocking=False):
        return
    try:
        _renewed(on)
    finally:
        _lock.release()
        connections.close_all()
