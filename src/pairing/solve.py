"""``assign``: the best pairs there are, with a proof; few candidates first, then whatever the proof asks for.

A market is solved exactly on its candidates. The prices of that answer then say, for every pair that was left
out, whether it could still improve it; such pairs are added and the market is solved again, until the
certified distance to the best answer over all pairs is no more than the tolerance (column generation: Dantzig
and Wolfe 1960). The certificate is the stopping rule, never a number of candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linear_sum_assignment

from .assignment import Assignment
from .errors import InputError
from .flow import Cancelled, Market, solve
from .order import colours, drawn
from .prices import minimal_prices, prices_of_table
from .problem import Key
from .table import FORBIDDEN, Pairs, Table, read

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
First = Literal["people", "fit"]
DENSE = 40_000
"""Pairs up to which all of them are candidates."""
QUICK, TIED, FEW = 300_000, 9_000_000, 2000
"""Cells that SciPy solves at once; the same where fits are mostly ties; distinct fits in a sample that tell."""
EACH, ADD, ROUNDS = 10, 8, 60


class Source(Protocol):
    """Where fits come from: an array, or profiles of which no array could be made."""

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees, mentors."""

    @property
    def scale(self) -> float:
        """Whole numbers that make one unit of the caller's fit."""

    def everything(self) -> Pairs:
        """Every allowed pair."""

    def best(self, each: int, back: int) -> Pairs:
        """Candidates from both sides; a pair may come twice."""

    def above(self, factor: int, price: Ints, bar: Ints, each: int) -> Pairs:
        """Pairs with ``fit * factor - price > bar``, the best ``each`` of every mentee."""


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What is wanted of a source: places, demand, and how worth follows from fit.

    A pair is worth ``factor * fit + extra[mentee]``; ``entry`` more for a mentee's first. ``group`` (n, m)
    numbers pairs of which only one may be made; then every pair is a candidate and there are no prices.
    """

    demand: Ints
    capacity: Ints
    factor: int
    extra: Ints
    entry: int
    everyone: bool
    load: int = 0
    group: Ints | None = None


def assign(
    fit: ArrayLike,
    capacity: ArrayLike,
    *,
    allowed: ArrayLike | None = None,
    floor: float | None = None,
    fixed: Sequence[tuple[int, int]] = (),
    demand: ArrayLike = 1,
    first: First = "people",
    people: Sequence[Key] | None = None,
    mentors: Sequence[Key] | None = None,
    wait: ArrayLike | None = None,
    seed: int = 0,
    tolerance: float = 0.0,
    stop: Callable[[], bool] | None = None,
) -> Assignment:
    """The pairs with the largest total fit.

    ``fit`` (n, m): numbers, or a SciPy sparse array whose stored entries are the allowed pairs; any unit,
    kept to nine digits (whole numbers below 2 ** 30 exactly). ``capacity`` (m,): places of each mentor.
    ``allowed`` (n, m): which pairs may be made. ``floor``: no pair below it. ``fixed``: pairs that are made
    already; they use places and are part of the answer. ``demand`` (n,) or one number: mentors wanted by each
    mentee (a circle of advisers). ``first="people"``: as many people as possible, then as many pairs, then
    the largest total; ``first="fit"``: the largest total alone, which leaves out pairs below zero.

    ``wait`` (n,): among answers that are equal so far, longer waits are served first. Ties that are left
    are broken by ``seed`` and the people (``people`` and ``mentors`` are their keys; without keys a person is
    known by their row's fits), never by the order of rows. ``tolerance``: stop once the total is certified to
    be within this share of the best; 0 is exact. ``stop`` is asked now and then.

    Raises ``InputError`` for shapes that do not fit, NaN, negative places, and fixed pairs that are
    forbidden or more than there are places for; ``flow.Cancelled`` when ``stop`` says yes.
    """
    table = read(fit, allowed=allowed, floor=floor)
    places, wanted = sides(table.shape, capacity, demand)
    cells, places, wanted = take_fixed(table.cells, places, wanted, fixed)
    rows, columns = standing(cells, people, mentors, waits(wait, len(wanted)), seed)
    ordered = Table(cells[np.ix_(rows, columns)], table.scale)
    terms = terms_of(ordered, wanted[rows], places[columns], first, waits(wait, len(wanted))[rows])
    answer = settle(ordered, terms, tolerance=tolerance, stop=stop)
    answer = unsorted(answer, rows, columns, table.shape)
    return with_fixed(answer, fixed, table, np.asarray(capacity, dtype=np.int64))


def sides(shape: tuple[int, int], capacity: ArrayLike, demand: ArrayLike) -> tuple[Ints, Ints]:
    """Places and demand as whole numbers, checked."""
    places = _whole(capacity, shape[1], "capacity")
    wanted = np.broadcast_to(np.asarray(demand), (shape[0],)) if np.ndim(demand) == 0 else demand
    return places, _whole(wanted, shape[0], "demand")


def _whole(values: ArrayLike, size: int, name: str) -> Ints:
    numbers = np.asarray(values)
    if numbers.shape != (size,):
        raise InputError("shape", f"{name} has {numbers.size} numbers; {size} are needed.")
    if numbers.size and (not np.isfinite(numbers.astype(float)).all() or (numbers != np.rint(numbers)).any()):
        raise InputError(name, f"{name} must be whole numbers.")
    if (numbers < 0).any():
        raise InputError(name, f"{name} cannot be negative: row {int(np.argmax(numbers < 0))} is.")
    return np.asarray(np.minimum(numbers, 1 << 40), dtype=np.int64)


def waits(wait: ArrayLike | None, size: int) -> Ints:
    """Waits as ranks from 0 (the shortest), at most 255 of them."""
    if wait is None:
        return np.zeros(size, dtype=np.int64)
    numbers = np.asarray(wait, dtype=float)
    if numbers.shape != (size,) or not np.isfinite(numbers).all():
        raise InputError("wait", "There must be one wait, a number, for each mentee.")
    rank = np.unique(numbers, return_inverse=True)[1]
    return np.asarray(rank * 255 // max(255, int(rank.max(initial=0))), dtype=np.int64)


def take_fixed(
    cells: Ints, places: Ints, wanted: Ints, fixed: Sequence[tuple[int, int]]
) -> tuple[Ints, Ints, Ints]:
    """What is left to decide once the fixed pairs are made; a contradiction is named."""
    cells, places, wanted = cells.copy(), places.copy(), wanted.copy()
    for mentee, mentor in fixed:
        if not (0 <= mentee < cells.shape[0] and 0 <= mentor < cells.shape[1]):
            raise InputError("stranger", f"The fixed pair ({mentee}, {mentor}) names nobody.")
        if cells[mentee, mentor] == FORBIDDEN:
            raise InputError(
                "contradiction", f"The pair ({mentee}, {mentor}) must be made and must not be made.",
                mentee=mentee, mentor=mentor,
            )  # fmt: skip
        places[mentor] -= 1
        wanted[mentee] -= 1
        cells[mentee, mentor] = FORBIDDEN
        if places[mentor] < 0:
            raise InputError("fixed", f"Mentor {mentor} has more fixed pairs than places.", mentor=mentor)
        if wanted[mentee] < 0:
            raise InputError("fixed", f"Mentee {mentee} has more fixed pairs than wanted.", mentee=mentee)
    return cells, places, wanted


def with_fixed(
    answer: Assignment, fixed: Sequence[tuple[int, int]], table: Table, capacity: Ints
) -> Assignment:
    """The answer with the fixed pairs put back."""
    if not fixed:
        return replace(answer, capacity=capacity)
    made = np.array(fixed, dtype=np.int64).reshape(-1, 2)
    worth = table.fits(made[:, 0], made[:, 1]) / table.scale
    pairs, fits = np.vstack([answer.pairs, made]), np.concatenate([answer.fits, worth])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    bound = answer.bound + float(worth.sum())
    return replace(answer, pairs=pairs[order], fits=fits[order], bound=bound, capacity=capacity)


def standing(
    cells: Ints, people: Sequence[Key] | None, mentors: Sequence[Key] | None, wait: Ints, seed: int
) -> tuple[Ints, Ints]:
    """The order in which people are looked at: longest wait first, then by lot."""
    if people is None or mentors is None:
        row, column = colours(np.ascontiguousarray(cells))
    else:
        row, column = (np.zeros(size, dtype=np.uint64) for size in cells.shape)
    return np.lexsort((drawn(people, row, seed), -wait)), np.argsort(
        drawn(mentors, column, seed), kind="stable"
    )


def terms_of(source: Source, wanted: Ints, places: Ints, first: First, wait: Ints, spread: int = 0) -> Terms:
    """How worth follows from fit, so that each aim outweighs all later ones together.

    ``spread`` is the largest distance of two fits, when it is known without looking.
    """
    units = int(min(wanted.sum(), places.sum())) + 1
    step = int(wait.max(initial=0)) * units + 1
    if first == "fit":
        # A pair more is worth one, so that equal totals prefer more people.
        factor = step * units
        return Terms(wanted, places, factor, wait * units + 1, 0, everyone=False)
    if first != "people":
        raise InputError("first", 'first is "people" or "fit".')
    spread = spread or _spread(source)
    lift = (spread * step + step) * units
    several = bool((wanted > 1).any())
    return Terms(wanted, places, step, wait + lift, lift if several else 0, everyone=True)


def _spread(source: Source) -> int:
    return 2 * int(np.abs(source.everything()[2]).max(initial=0)) + 1


def settle(
    source: Source,
    terms: Terms,
    *,
    tolerance: float = 0.0,
    stop: Callable[[], bool] | None = None,
    start: Pairs | None = None,
) -> Assignment:
    """Solve, price, add, again: until no pair is left that could change more than the tolerance."""
    people, mentors = source.shape
    if start is None and isinstance(source, Table) and is_dense(source, terms):
        return settle_table(source, terms)
    priced = terms.group is None and not terms.load
    whole = people * mentors <= DENSE or not priced
    back = max(1, -(-EACH * people // (2 * max(1, mentors))))
    pairs = keyed(start or (source.everything() if whole else source.best(EACH, back)), mentors)
    new = NOTHING
    for round_number in range(1, ROUNDS + 1):
        if stop is not None and stop():
            raise Cancelled("The matching was stopped.")
        pairs = merged(pairs, new)
        market, fits = market_of(source, terms, pairs)
        chosen = solve(market, stop=stop)
        price = price_of(market, chosen) if priced else np.zeros(mentors, dtype=np.int64)
        new = NOTHING
        if not whole:
            bar = bars(market, chosen, price)
            most = max(ADD, int(terms.demand.max(initial=1)))
            new = keyed(source.above(terms.factor, price, bar - terms.extra, most), mentors)
            fresh = ~np.isin(new[0], pairs[0], assume_unique=True)
            new = new[0][fresh], new[1][fresh]
        slack = _slack(terms, market, chosen, price, new) if priced else 0
        answer = _answer(source, terms, market, fits, chosen, price, slack, round_number)
        if not new[0].size or (answer.gap <= tolerance and answer.certain):
            break
    return answer


def is_dense(table: Table, terms: Terms) -> bool:
    """Whether SciPy's dense assignment is the quickest way: not too large, and one mentor each at most.

    With few distinct fits, where nearly everything is a tie, it is so for longer.
    """
    if terms.group is not None or terms.load or (terms.demand > 1).any():
        return False
    people, mentors = table.shape
    cells = people * int(np.minimum(terms.capacity, people).sum())
    if cells <= QUICK:
        return cells > 0
    sample = table.cells.ravel()[:: max(1, people * mentors // 10_000)]
    return cells <= TIED and np.unique(sample).size <= FEW


def settle_table(table: Table, terms: Terms) -> Assignment:
    """All pairs at once: a place becomes a column, and 0 stands for no pair (Crouse 2016)."""
    worth = table.cells * terms.factor + terms.extra[:, None]
    worth[(table.cells == FORBIDDEN) | (worth < 0)] = 0
    worth[terms.demand < 1] = 0
    slots = np.repeat(np.arange(worth.shape[1]), np.minimum(terms.capacity, worth.shape[0]))
    people, columns = linear_sum_assignment(worth[:, slots].astype(np.float64), maximize=True)
    mentor = np.full(worth.shape[0], -1)
    mentor[people] = slots[columns]
    mentor[np.take_along_axis(worth, np.maximum(mentor, 0)[:, None], 1)[:, 0] == 0] = -1
    made = np.flatnonzero(mentor >= 0)
    price = prices_of_table(worth, mentor, terms.demand > 0)
    fits = table.cells[made, mentor[made]] / table.scale
    lift = int(terms.extra.min()) if terms.everyone else 0
    unit = table.scale * terms.factor
    pairs = np.stack([made, mentor[made]], axis=1)
    return Assignment(pairs, fits, table.shape, terms.capacity, price / unit, lift / unit, float(fits.sum()))


Keyed = tuple[Ints, Ints]
"""Pairs as single numbers, sorted, each once; and their fits."""
NOTHING: Keyed = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def keyed(pairs: Pairs, mentors: int) -> Keyed:
    """Pairs brought into order."""
    keys, first = np.unique(pairs[0] * max(1, mentors) + pairs[1], return_index=True)
    return keys, pairs[2][first]


def merged(pairs: Keyed, new: Keyed) -> Keyed:
    """Both, in order; none is in both."""
    keys = np.concatenate([pairs[0], new[0]])
    order = np.argsort(keys, kind="stable")
    return keys[order], np.concatenate([pairs[1], new[1]])[order]


def market_of(source: Source, terms: Terms, pairs: Keyed) -> tuple[Market, Ints]:
    """The candidates as a market, and their fits."""
    people, mentors = source.shape
    mentee, mentor = np.divmod(pairs[0], max(1, mentors))
    fits = pairs[1]
    worth = fits * terms.factor + terms.extra[mentee]
    if not terms.everyone:
        keep = worth > 0
        mentee, mentor, worth, fits = mentee[keep], mentor[keep], worth[keep], fits[keep]
    start = np.searchsorted(mentee, np.arange(people + 1))
    group = None if terms.group is None else terms.group[mentee, mentor]
    kind = (terms.entry, terms.everyone, terms.load, group)
    return Market(start, mentor, worth, terms.demand, terms.capacity, *kind), fits


def price_of(market: Market, chosen: Bools) -> Ints:
    """Minimal prices of the answer."""
    price: Ints = minimal_prices(
        market.start, market.mentor, market.worth, chosen, market.demand, market.entry, market.capacity.size
    )
    return price


def bars(market: Market, chosen: Bools, price: Ints) -> Ints:
    """What a further mentor must be worth, less the price, to be of use to each mentee."""
    reduced = market.worth - price[market.mentor]
    mentee = market.mentee
    held = np.bincount(mentee[chosen], minlength=market.demand.size)
    bar = np.where(held == 0, -market.entry, 0)
    bar[market.demand == 0] = 1 << 61
    full = np.flatnonzero((held >= market.demand) & (market.demand > 0))
    least = np.full(market.demand.size, 1 << 61)
    np.minimum.at(least, mentee[chosen], reduced[chosen])
    bar[full] = least[full]
    return bar


def _slack(terms: Terms, market: Market, chosen: Bools, price: Ints, new: Keyed) -> int:
    """By how much the bound over all pairs exceeds the answer: gains still open, and places not used.

    A mentee could at most have as many as they want of what is worth most at these prices; what lies below
    their bar cannot be among them, so the candidates and the new pairs are enough to look at.
    """
    mentee, mentor = np.divmod(new[0], max(1, market.capacity.size))
    gain = new[1] * terms.factor + terms.extra[mentee] - price[mentor]
    who = np.concatenate([market.mentee, mentee])
    value = np.concatenate([market.worth - price[market.mentor], gain])
    useful = value > -market.entry
    who, value = who[useful], value[useful]
    order = np.lexsort((-value, who))
    who, value = who[order], value[order]
    place = np.arange(who.size) - np.searchsorted(who, who)
    value = value + np.where(place == 0, market.entry, 0)
    mine = (place < market.demand[who]) & (value > 0)
    firsts = np.bincount(market.mentee[chosen], minlength=market.demand.size) > 0
    have = int(market.worth[chosen].sum()) + market.entry * int(firsts.sum())
    return int(value[mine].sum()) + int((price * market.capacity)[price > 0].sum()) - have


def _answer(
    source: Source,
    terms: Terms,
    market: Market,
    fits: Ints,
    chosen: Bools,
    price: Ints,
    slack: int,
    rounds: int,
) -> Assignment:
    lift = int(terms.extra.min()) if terms.everyone and terms.extra.size else 0
    value = fits[chosen] / source.scale
    unit = source.scale * terms.factor
    return Assignment(
        pairs=np.stack([market.mentee[chosen], market.mentor[chosen]], axis=1),
        fits=value,
        shape=source.shape,
        capacity=terms.capacity,
        prices=price / unit,
        person=lift / unit,
        bound=float(value.sum()) + (max(0, slack) // terms.factor) / source.scale,
        certain=not terms.everyone or slack < max(1, lift),
        rounds=rounds,
    )


def unsorted(answer: Assignment, rows: Ints, columns: Ints, shape: tuple[int, int]) -> Assignment:
    """The answer in the caller's rows."""
    pairs = np.stack([rows[answer.pairs[:, 0]], columns[answer.pairs[:, 1]]], axis=1).reshape(-1, 2)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    prices = np.zeros(shape[1])
    prices[columns] = answer.prices
    return replace(answer, pairs=pairs[order], fits=answer.fits[order], prices=prices, shape=shape)
