"""Streams of server-sent events that say which part of a page changed; the page asks for the part itself."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.http import HttpResponse, StreamingHttpResponse

from .listening import EVERYTHING, LISTENER, Follower

BEAT = 10.0
"""About so often a stream shows that it lives, and asks whether it still may."""
LONGEST = 300.0
"""After about so many seconds a stream ends; the browser opens another, through all the doors again."""
MOST_EACH = 10
"""So many at once are one person's: nobody takes the places of all the others with many tabs."""
READY_WITHIN = 5.0
AGAIN_AFTER = 2000
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Encoding": "identity",  # or it would be pressed, and wait until there is enough to press
    "X-Accel-Buffering": "no",  # nginx would wait likewise
}


def follow(topic: str, who: str, may_still: Callable[[], bool]) -> HttpResponse:
    """Answer with a stream of what changes about ``topic``, for as long as ``may_still`` says yes.

    ``who`` is the code of whoever opened it. A stream waits in a thread of its own and holds no connection to
    the database.
    """
    every, theirs = LISTENER.count(who)
    if every >= settings.LIVE_STREAMS or theirs >= MOST_EACH:
        return HttpResponse(status=429 if theirs >= MOST_EACH else 503, headers={"Retry-After": "60"})
    stream = _stream(topic, who, may_still)
    return StreamingHttpResponse(  # type: ignore[return-value]  # for the doors it is an answer like any other
        stream, content_type="text/event-stream", headers=HEADERS
    )


def _stream(topic: str, who: str, may_still: Callable[[], bool]) -> Iterator[bytes]:
    close_old_connections()
    follower = LISTENER.join(topic, who)
    try:
        if not LISTENER.ready.wait(READY_WITHIN):
            return
        yield _said({EVERYTHING}, retry=f"retry: {AGAIN_AFTER}\n")  # what changed since the page was made
        yield from _changes(follower, may_still)
    finally:
        LISTENER.leave(follower)


def _changes(follower: Follower, may_still: Callable[[], bool]) -> Iterator[bytes]:
    end, beat = _after(LONGEST), _after(BEAT)
    while time.monotonic() < end:
        parts = follower.wait(beat - time.monotonic())
        if parts:
            yield _said(parts)
        if time.monotonic() >= beat:
            if not _asked(may_still):
                return
            beat = _after(BEAT)
            yield b": here\n\n"


def _after(seconds: float) -> float:
    """A moment about so long from now: streams that were opened together shall not ask together."""
    return time.monotonic() + seconds * random.uniform(0.5, 1.5)  # noqa: S311 - no secret


def _asked(may_still: Callable[[], bool]) -> bool:
    try:
        return may_still()
    except DatabaseError:
        return False
    finally:
        close_old_connections()


def _said(parts: set[str], retry: str = "") -> bytes:
    return f"{retry}data: {' '.join(sorted(parts))}\n\n".encode()
