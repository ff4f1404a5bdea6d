"""One connection of this process listens to PostgreSQL and passes on what it hears to all open streams."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import defaultdict
from typing import Any

import psycopg
from django.db import connection

from .channel import CHANNEL

log = logging.getLogger(__name__)
QUIET = 1.0
"""After so many seconds in which nothing was heard, ask whether the database is still there."""
PAUSE = 1.0
WITHIN = 30.0
GONE_AFTER = 10_000
"""Milliseconds without an answer, after which a database on another computer counts as gone."""
EVERYTHING = "all"
NAME = "alongside live"
"""What the database calls this connection."""


class Follower:
    """One open stream: what changed since it last looked."""

    def __init__(self, topic: str, who: str) -> None:
        self.topic, self.who = topic, who
        self.heard: queue.SimpleQueue[str] = queue.SimpleQueue()

    def wait(self, seconds: float) -> set[str]:
        """The parts that changed, as soon as one did; nothing when the time is over."""
        try:
            parts = {self.heard.get(timeout=max(seconds, 0))}
        except queue.Empty:
            return set()
        while not self.heard.empty():
            parts.add(self.heard.get_nowait())
        return parts


class Listener:
    """Who follows what in this process; listens as long as anybody does."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self._lock = threading.Lock()
        self._followers: dict[str, set[Follower]] = defaultdict(set)
        self._thread: threading.Thread | None = None

    def count(self, who: str) -> tuple[int, int]:
        """How many follow at all, and how many of them are this person's."""
        with self._lock:
            every = [follower.who for followers in self._followers.values() for follower in followers]
        return len(every), every.count(who)

    def join(self, topic: str, who: str) -> Follower:
        """Follow a topic from now on; ``ready`` is set once nothing is missed any more."""
        follower = Follower(topic, who)
        with self._lock:
            self._followers[topic].add(follower)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="live", daemon=True)
                self._thread.start()
        return follower

    def leave(self, follower: Follower) -> None:
        """Follow no longer."""
        with self._lock:
            self._followers[follower.topic].discard(follower)
            if not self._followers[follower.topic]:
                del self._followers[follower.topic]

    def wait_until_silent(self) -> None:
        """Wait until the thread has gone, after the last one left; for tests, which take the database away."""
        thread = self._thread
        if thread is not None:
            thread.join(WITHIN)

    def _run(self) -> None:
        missed = False
        while self._is_wanted():
            try:
                self._listen(missed)
            except psycopg.Error as error:
                self.ready.clear()
                missed = True
                log.warning("live pages hear nothing for now: %s", error.__class__.__name__)
                time.sleep(PAUSE)

    def _listen(self, missed: bool) -> None:
        with psycopg.connect(**_address(), autocommit=True) as database:
            database.execute(f"LISTEN {CHANNEL}")
            self.ready.set()
            if missed:
                self._tell_all()
            while self._is_wanted():
                for notice in database.notifies(timeout=QUIET):
                    self._pass_on(notice.payload)
                database.execute("SELECT 1")

    def _is_wanted(self) -> bool:
        """Whether anybody follows; if nobody does, this thread is over and the next one begins another."""
        with self._lock:
            if not self._followers:
                self._thread = None
                self.ready.clear()
            return self._thread is threading.current_thread()

    def _pass_on(self, payload: str) -> None:
        topic, _, part = payload.partition(" ")
        with self._lock:
            for follower in self._followers.get(topic, ()):
                follower.heard.put(part)

    def _tell_all(self) -> None:
        with self._lock:
            for followers in self._followers.values():
                for follower in followers:
                    follower.heard.put(EVERYTHING)


def _address() -> dict[str, Any]:  # Any: whatever the driver takes
    """As Django reaches the database, but without its ways with rows."""
    ours = {"cursor_factory", "context"}
    known = {name: value for name, value in connection.get_connection_params().items() if name not in ours}
    return {"tcp_user_timeout": GONE_AFTER, "connect_timeout": 5, **known, "application_name": NAME}


LISTENER = Listener()
