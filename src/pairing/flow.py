"""The exact flow: which pairs to choose so that most people, then most worth, find a place.

OR-Tools' cost-scaling flow (Goldberg 1997) when it is installed; SciPy's linear assignment (Crouse 2016) for
small markets, and without OR-Tools; SciPy's HiGHS where that does not apply. All are exact and agree on the
total. A large market is solved in a process of its own, so that it can be cancelled: OR-Tools cannot.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import IO, cast

import numpy as np
from numpy.typing import NDArray

from . import flow_process, late
from .errors import InputError
from .flow_process import run

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
ORTOOLS = find_spec("ortools") is not None
SMALL = 90_000
"""Cells (mentees times places) up to which SciPy's dense assignment is at least as quick."""
HUGE = 200_000_000
OWN_PROCESS = 400_000
"""Pairs from which a flow gets a process of its own."""
POLL = 0.05
TOO_LARGE = InputError("flow", "The flow could not be solved: the numbers are too large.")


class Cancelled(RuntimeError):
    """The caller asked to stop."""


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """Pairs sorted by mentee (``start`` has n + 1 entries), what each is worth, and how many each may have.

    ``entry`` is worth added for a mentee's first mentor. ``everyone``: as many pairs as possible first, then
    the most worth; otherwise the most worth, and pairs that are worth nothing may stay out. ``load`` is taken
    off a mentor's second place once, off the third twice and so on. ``group`` numbers pairs of which only one
    of a number may be chosen (-1: none); all pairs of a number must be with one mentor.
    """

    start: Ints
    mentor: Ints
    worth: Ints
    demand: Ints
    capacity: Ints
    entry: int = 0
    everyone: bool = True
    load: int = 0
    group: Ints | None = None

    @property
    def mentee(self) -> Ints:
        """The mentee of each pair."""
        return np.repeat(np.arange(self.demand.size), np.diff(self.start))

    @property
    def usable(self) -> Ints:
        """Places that can be filled at all."""
        return np.minimum(self.capacity, np.bincount(self.mentor, minlength=self.capacity.size))


def solve(market: Market, *, stop: Callable[[], bool] | None = None) -> Bools:
    """Which pairs are chosen; ``stop`` is asked now and then, and a yes raises ``Cancelled``."""
    if not market.mentor.size:
        return np.zeros(0, dtype=bool)
    single = bool((market.demand <= 1).all())
    cells = market.demand.size * int(market.usable.sum())
    if single and market.group is None and (cells <= SMALL or (not ORTOOLS and cells <= HUGE)):
        return by_assignment(market)
    if not ORTOOLS:
        return by_program(market)
    if market.mentor.size < OWN_PROCESS:
        return by_flow(market)
    return _in_own_process(market, stop)


def by_assignment(market: Market) -> Bools:
    """A place becomes a column; 0 stands for no pair. Every mentee wants one mentor at most."""
    usable = market.usable
    slot = np.repeat(np.arange(usable.size), usable)
    turn = np.arange(slot.size) - np.repeat(np.cumsum(usable) - usable, usable)
    base = int(np.abs(market.worth).max(initial=0)) + market.load * int(usable.max(initial=0)) + 1
    lift = 2 * base * (market.demand.size + 1) if market.everyone else 0
    dense = np.zeros((market.demand.size, usable.size))
    number = np.full(dense.shape, -1, dtype=np.int64)
    rows = market.mentee
    here = market.demand[rows] > 0
    dense[rows[here], market.mentor[here]] = (market.worth + market.entry + lift)[here]
    number[rows[here], market.mentor[here]] = np.flatnonzero(here)
    wide = dense[:, slot] - market.load * turn * (number[:, slot] >= 0)
    people, columns = late.optimize().linear_sum_assignment(np.maximum(wide, 0), maximize=True)
    pairs = number[people, slot[columns]][wide[people, columns] > 0]
    chosen = np.zeros(market.mentor.size, dtype=bool)
    chosen[pairs[pairs >= 0]] = True
    return chosen


def arcs(market: Market) -> tuple[Ints, Ints, Ints, Ints]:
    """The market as a network: from, to, capacity, cost. The first arcs are the pairs, in their order.

    Nodes are the mentees, the mentors, the groups, the source, the sink.
    """
    people, mentors = market.demand.size, market.capacity.size
    group = np.full(market.mentor.size, -1) if market.group is None else market.group
    groups = int(group.max(initial=-1)) + 1
    source, sink = people + mentors + groups, people + mentors + groups + 1
    person, place = np.arange(people), np.arange(mentors)
    none = np.zeros(0, dtype=np.int64)
    tails, heads = [market.mentee], [people + np.where(group < 0, market.mentor, mentors + group)]
    # A largest flow carries a fixed number of pairs, so what all are worth can be left out: small numbers are quicker.
    least = int(market.worth.min()) if market.everyone and not market.load else 0
    room, cost = [np.ones(market.mentor.size, dtype=np.int64)], [least - market.worth]

    def add(tail: Ints, head: Ints, capacity: Ints, price: int | Ints) -> None:
        tails.append(tail)
        heads.append(head)
        room.append(capacity)
        cost.append(np.broadcast_to(np.asarray(price, dtype=np.int64), capacity.shape))

    named, first = np.unique(group, return_index=True)
    named, first = named[named >= 0], first[named >= 0]
    add(people + mentors + named, people + market.mentor[first], np.ones(named.size, dtype=np.int64), 0)
    to_person = np.full(people, source)
    add(to_person, person, np.minimum(1, market.demand), -market.entry)
    add(to_person, person, np.maximum(0, market.demand - 1), 0)
    if not market.everyone:
        add(np.array([source]), np.array([sink]), np.array([int(market.demand.sum())]), 0)
    if market.load:
        usable = market.usable
        slot = np.repeat(place, usable)
        turn = np.arange(slot.size) - np.repeat(np.cumsum(usable) - usable, usable)
        add(people + slot, np.full(slot.size, sink), np.ones(slot.size, dtype=np.int64), market.load * turn)
    else:
        add(people + place, np.full(mentors, sink), market.capacity, 0)
    return tuple(np.concatenate([*part, none]) for part in (tails, heads, room, cost))  # type: ignore[return-value]  # four


def by_flow(market: Market) -> Bools:
    """OR-Tools in this process."""
    tail, head, room, cost = arcs(market)
    carried = run(tail, head, room, cost, int(market.demand.sum()))
    if carried is None:
        raise TOO_LARGE
    return carried[: market.mentor.size]


def by_program(market: Market) -> Bools:
    """A linear program whose corners are whole numbers (no OR-Tools, and more than one mentor wanted)."""
    tail, head, room, cost = arcs(market)
    sink = int(head.max())
    supply = int(market.demand.sum())
    # Unsent supply goes straight to the sink at a price above any other.
    tail, head = np.append(tail, sink - 1), np.append(head, sink)
    room = np.append(room, supply)
    cost = np.append(cost, (int(np.abs(cost).max()) + 1) * (supply + 1) if market.everyone else 0)
    arc = np.arange(tail.size)
    leaves = late.sparse().csr_array((np.ones(arc.size), (tail, arc)), shape=(sink + 1, arc.size))
    enters = late.sparse().csr_array((np.ones(arc.size), (head, arc)), shape=(sink + 1, arc.size))
    balance = np.zeros(sink + 1)
    balance[sink - 1], balance[sink] = supply, -supply
    answer = late.optimize().linprog(cost, A_eq=late.sparse().vstack([leaves - enters]), b_eq=balance,
                     bounds=np.stack([np.zeros(arc.size), room], axis=1), method="highs-ds")  # fmt: skip
    return np.asarray(answer.x[: market.mentor.size] > 0.5)


def _in_own_process(market: Market, stop: Callable[[], bool] | None) -> Bools:
    """The same as ``by_flow``, but it can be stopped."""
    parts = [np.ascontiguousarray(part, dtype=np.int64) for part in arcs(market)]
    header = np.array([parts[0].size, int(market.demand.sum())], dtype=np.int64)
    program = [sys.executable, "-P", flow_process.__file__]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603  # our own
        try:
            with suppress(BrokenPipeError):  # it died, and the answer will be too short
                for part in (header, *parts):  # one by one: together they would be in memory twice
                    cast(IO[bytes], child.stdin).write(part.data)
            parts.clear()
            answer = _talk(child, stop)
        finally:
            child.kill()
    carried = np.frombuffer(answer, dtype=np.uint8)
    if carried.size != header[0]:
        raise TOO_LARGE
    return carried[: market.mentor.size].astype(bool)


def _talk(child: subprocess.Popen[bytes], stop: Callable[[], bool] | None) -> bytes:
    while True:
        try:
            return child.communicate(timeout=POLL if stop else None)[0]
        except subprocess.TimeoutExpired:
            if stop is not None and stop():
                raise Cancelled("The matching was stopped.") from None
