"""How a market is settled: few candidates, prices, whatever the prices ask for, until it is proven.

The prices of an answer say, for every pair that was left out, whether it could still improve it; such pairs are
added and the market is solved again, until the certified distance to the best answer over all pairs is no more
than the tolerance (column generation: Dantzig and Wolfe 1960).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from . import late
from .assignment import Assignment
from .compiled import AVAILABLE as COMPILED
from .errors import InputError
from .flow import Cancelled, Market, solve
from .paths import best_of_table
from .prices import minimal_prices, prices_of_table
from .table import FORBIDDEN, Pairs, Table

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
First = Literal["people", "fit"]
DENSE = 40_000
"""Pairs up to which all of them are candidates."""
QUICK, TIED, FEW = 300_000, 9_000_000, 2000
"""Cells that SciPy solves at once; the same where fits are mostly ties; distinct fits in a sample that tell."""
WHOLE = 4_000_000
"""Cells that compiled loops solve at once."""
LEAST = -(1 << 61)
EACH, ADD, ROUNDS = 10, 8, 60
MANY, EACH_OF_MANY = 1_000_000_000, 14
"""Pairs from which looking at all of them costs more than settling a few more candidates each."""


class Source(Protocol):
    """Where fits come from: an array, or profiles of which no array could be made."""

    @property
    def shape(self) -> tuple[int, int]:
        """Mentees, mentors."""

    @property
    def scale(self) -> float:
        """Whole numbers that make one unit of the caller's fit."""

    def largest(self) -> int:
        """No fit is larger than this, either way."""

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


def terms_of(source: Source, wanted: Ints, places: Ints, first: First, wait: Ints) -> Terms:
    """How worth follows from fit, so that each aim outweighs all later ones together."""
    units = int(min(wanted.sum(), places.sum())) + 1
    step = int(wait.max(initial=0)) * units + 1
    if first == "fit":
        # A pair more is worth one, so that equal totals prefer more people.
        factor = step * units
        return Terms(wanted, places, factor, wait * units + 1, 0, everyone=False)
    if first != "people":
        raise InputError("first", 'first is "people" or "fit".')
    spread = 2 * source.largest() + 1
    lift = (spread * step + step) * units
    several = bool((wanted > 1).any())
    return Terms(wanted, places, step, wait + lift, lift if several else 0, everyone=True)


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
    each = EACH if people * mentors < MANY else EACH_OF_MANY
    back = max(1, -(-each * people // (2 * max(1, mentors))))
    pairs = keyed(start or (source.everything() if whole else source.best(each, back)), mentors)
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
    """Whether deciding over the whole table is the quickest way: not too large, and one mentor each at most.

    With few distinct fits, where nearly everything is a tie, it is so for longer.
    """
    if terms.group is not None or terms.load or (terms.demand > 1).any():
        return False
    people, mentors = table.shape
    cells = people * (mentors if COMPILED else int(np.minimum(terms.capacity, people).sum()))
    if cells <= (WHOLE if COMPILED else QUICK):
        return cells > 0
    sample = table.cells.ravel()[:: max(1, people * mentors // 10_000)]
    return cells <= TIED and np.unique(sample).size <= FEW


def settle_table(table: Table, terms: Terms) -> Assignment:
    """All pairs at once."""
    lift = int(terms.extra.min()) if terms.everyone else 0
    extra = np.where(terms.demand > 0, terms.extra, LEAST)
    if COMPILED:
        mentor, price = best_of_table(table.cells, FORBIDDEN, terms.factor, extra, terms.capacity)
    else:
        worth = np.maximum(0, table.cells.astype(np.int64) * terms.factor + extra[:, None])
        worth[table.cells == FORBIDDEN] = 0
        mentor = _by_scipy(worth, terms, lift)
        price = prices_of_table(worth, mentor, terms.demand > 0)
    made = np.flatnonzero(mentor >= 0)
    fits = table.cells[made, mentor[made]] / table.scale
    unit = table.scale * terms.factor
    pairs = np.stack([made, mentor[made]], axis=1)
    return Assignment(pairs, fits, table.shape, terms.capacity, price / unit, lift / unit, float(fits.sum()))


def _by_scipy(worth: Ints, terms: Terms, lift: int) -> Ints:
    """The mentor of each mentee: a place becomes a column, and 0 stands for no pair (Crouse 2016)."""
    places = np.minimum(terms.capacity, worth.shape[0])
    slots = np.repeat(np.arange(worth.shape[1]), places)
    # A table with no holes is filled as far as it goes in any case, and solved quicker without the lift.
    value = worth - lift if lift and (worth > 0).all() else worth
    wide = value if (places == 1).all() else value[:, slots]
    people, columns = late.optimize().linear_sum_assignment(wide.astype(np.float64), maximize=True)
    mentor = np.full(worth.shape[0], -1)
    mentor[people] = slots[columns]
    mentor[np.take_along_axis(worth, np.maximum(mentor, 0)[:, None], 1)[:, 0] == 0] = -1
    return mentor


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
