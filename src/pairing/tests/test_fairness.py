"""``fair`` and ``audit``: the worst-off first, the load even, and every figure by its definition."""

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import Cancelled, InputError, assign, audit, fair
from pairing.fair import gini

from .conftest import every_answer, markets


@given(markets(fractions=False))
@settings(max_examples=60, deadline=None)
def test_nobody_is_worse_off_than_must_be(market):
    fit, capacity, demand, allowed = market
    answer = fair(fit, capacity, allowed=allowed, demand=demand)
    all_ways = list(every_answer(fit, capacity, demand, allowed))
    most = max(len(pairs) for pairs in all_ways)
    full = [[fit[pair] for pair in pairs] for pairs in all_ways if len(pairs) == most]
    best = max((min(fits, default=0), sum(fits)) for fits in full)

    assert (len(answer.pairs), min(answer.fits, default=0), answer.total) == (most, best[0], best[1])
    assert answer.price_of_fairness == pytest.approx(max(map(sum, full)) - best[1])


UNEVEN = np.array([[9.0, 5.0, 5.0], [9.0, 5.0, 4.0], [9.0, 1.0, 3.0], [8.0, 2.0, 3.0]])


def test_fairness_gives_up_no_more_than_the_tolerance():
    fit = [[10.0, 4.0], [8.0, 1.0]]

    assert fair(fit, [1, 1]).pairs.tolist() == [[0, 1], [1, 0]]
    assert fair([[10.0, 4.0], [4.0, 1.0]], [1, 1], tolerance=0.1).fits.min() == 1
    assert fair([[10.0, 4.0], [4.0, 1.0]], [1, 1], tolerance=0.5).fits.min() == 4


@given(markets(most=4), st.sampled_from([3, 8, 56]))
@settings(max_examples=60, deadline=None)
def test_leximin_is_the_best_of_all_from_the_worst_off_to_the_last(market, digits):
    fit, capacity, demand, allowed = market
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pairing.leximin.DIGITS", digits)
        answer = fair(fit, capacity, allowed=allowed, demand=demand, aim="leximin")
    ways = every_answer(fit, capacity, demand, allowed)

    assert (len(answer.pairs), sorted(answer.fits)) == max(
        (len(p), sorted(fit[pair] for pair in p)) for p in ways
    )
    assert answer.exact
    assert all(allowed[pair] for pair in map(tuple, answer.pairs.tolist()))


def test_leximin_passes_over_what_nobody_need_have(rng):
    fit, places = rng.integers(0, 10_000, (30, 24)) + rng.integers(0, 20_000, 24), np.ones(24)
    even, floored = fair(fit, places, aim="leximin"), fair(fit, places)
    asked = iter([False, True])

    assert sorted(even.fits) > sorted(floored.fits)
    assert even.fits.min() == floored.fits.min()
    with pytest.raises(Cancelled):
        fair(fit, places, aim="leximin", stop=lambda: next(asked, True))


def test_leximin_keeps_fixed_pairs_and_serves_long_waits_among_equals():
    fixed = fair([[1.0, 5.0], [2.0, 4.0]], [1, 1], aim="leximin", fixed=[(0, 0)])
    served = fair(np.ones((6, 1)), [1], aim="leximin", wait=[1, 5, 2, 9, 3, 4])

    assert (fixed.pairs.tolist(), fixed.exact, fixed.capacity.tolist()) == ([[0, 0], [1, 1]], True, [1, 1])
    assert served.pairs.tolist() == [[3, 0]]


def test_leximin_that_is_too_large_or_too_dear_is_approximated_and_says_so(monkeypatch):
    fit = np.array([[10.0, 9.0, 2.0], [10.0, 1.0, 3.0], [2.0, 9.0, 5.0]])
    exact = fair(fit, [1, 1, 1], aim="leximin")
    assert fair(np.zeros((2, 0)), [], aim="leximin").people == 0
    dear = fair([[8, 0, 6], [6, 2, 0], [2, 3, 8]], [1, 1, 1], aim="leximin", tolerance=0.05)
    assert (dear.total, dear.exact) == (18, False)
    assert fair(fit, [1, 1, 1], aim="leximin", tolerance=0.0).total == assign(fit, [1, 1, 1]).total
    monkeypatch.setattr(import_module("pairing.fair"), "EXACT", 8)

    rough = fair(fit, [1, 1, 1], aim="leximin")

    assert (rough.exact, exact.exact, rough.fits.min()) == (False, True, exact.fits.min())
    assert fair([[1, 1], [1, 1]], [1, 1], aim="leximin", demand=2).total == 2


@pytest.mark.parametrize("way", [0, 90_000])
def test_the_load_is_evened_as_far_as_is_paid_for(way, monkeypatch):
    monkeypatch.setattr("pairing.flow.SMALL", way)
    crowded, spread = assign(UNEVEN, [4, 4, 4]), fair(UNEVEN, [4, 4, 4], aim="even-load")

    assert crowded.load.tolist() == [4, 0, 0]
    assert (spread.load.max(), spread.people) == (2, 4)
    assert fair(UNEVEN, [4, 4, 4], aim="even-load", tolerance=0.15).load.tolist() == [3, 1, 0]
    assert spread.price_of_fairness == crowded.total - spread.total > 0


def test_a_floor_that_a_fixed_pair_misses_is_not_taken():
    assert fair([[1.0, 5.0], [2.0, 5.0]], [1, 1], fixed=[(0, 0)]).pairs.tolist() == [[0, 0], [1, 1]]


@pytest.mark.parametrize(
    "options",
    [{"aim": "luck"}, {"tolerance": 2}, {"aim": "even-load", "fixed": [(0, 0)]}, {"fixed": [(0, 9)]}],
)
def test_unknown_wishes_are_refused(options):
    with pytest.raises(InputError):
        fair([[1.0, 2.0]], [1, 1], **options)


def test_a_fault_other_than_a_contradiction_is_not_swallowed(monkeypatch):
    calls = []

    def failing(*given, **wanted):
        calls.append(wanted)
        if len(calls) > 1:
            raise InputError("flow", "Too large.")
        return assign(*given, **wanted)

    monkeypatch.setattr(import_module("pairing.fair"), "assign", failing)
    with pytest.raises(InputError, match="Too large"):
        fair([[1.0, 5.0], [2.0, 5.0]], [1, 1])


@given(markets())
@settings(max_examples=60, deadline=None)
def test_blocking_and_envy_are_counted_by_their_definition(market):
    fit, capacity, demand, allowed = market
    demand = np.minimum(demand, 1)
    answer = assign(fit, capacity, allowed=allowed, demand=demand)
    mine = {mentee: (mentor, fit[mentee, mentor]) for mentee, mentor in answer.pairs.tolist()}
    now = [mine.get(mentee, (-1, -np.inf)) for mentee in range(len(fit))]
    weakest = [min([fit[mentee, mentor] for mentee in answer.mentees_of(mentor)], default=np.inf)
               if answer.load[mentor] >= places else -np.inf for mentor, places in enumerate(capacity)]  # fmt: skip
    better = [(i, j) for i in range(len(fit)) for j in range(len(capacity))
              if allowed[i, j] and j != now[i][0] and fit[i, j] > now[i][1]]  # fmt: skip
    blocking = [(i, j) for i, j in better if fit[i, j] > weakest[j]]

    found = audit(answer, fit, allowed=allowed)

    assert (found.blocking, found.blocked_people) == (len(blocking), len({i for i, _ in blocking}))
    assert found.envious == len({i for i, j in better if answer.load[j]})


def test_the_audit_shows_spread_load_and_groups_and_hides_the_small():
    fit = np.linspace(0, 1, 16)[:, None] * np.ones((16, 4))
    answer = assign(fit, [6, 6, 3, 0])
    groups = ["a"] * 6 + ["b"] * 5 + ["c"] * 3 + [None] * 2

    found = audit(answer, fit, groups=groups)

    assert (found.people, found.matched, found.worst) == (16, 15, pytest.approx(1 / 15))
    assert sum(found.load.values()) == 4
    assert sum(count * mentors for count, mentors in found.load.items()) == 15
    assert [found.groups[name].size for name in "abc"] == [6, None, None]
    assert found.group_gap is None
    assert audit(answer, groups=["a", "b"] * 8).group_gap == pytest.approx(1 / 15, abs=0.1)
    assert found.deciles[0] == found.worst


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ((6, 5), ""),
        ((1, 2, 9), "abc"),
        ((3, 4, 9), "ab"),
        ((4, 9, 10), "ab"),
        ((2,), "a"),
        ((1, 1, 6, 7), "abc"),
    ],
)
def test_no_group_follows_by_subtraction(sizes, hidden):
    """What is not shown is of several groups, if there are several, and together of enough people."""
    groups = [name for name, size in zip("abcd", sizes, strict=False) for _ in range(size)]
    found = audit(assign(np.ones((len(groups), 1)), [1]), groups=groups).groups

    assert "".join(sorted(name for name, group in found.items() if group.size is None)) == hidden


def test_an_empty_audit_says_nothing():
    found = audit(assign(np.zeros((6, 0)), []), groups=["a"] * 6)

    assert (found.worst, found.deciles, found.load_gini, found.groups["a"].mean_fit) == (None, (), 0.0, None)


def test_the_gini_of_one_for_all_and_of_all_alike():
    assert (gini([2, 2, 2]), gini([0, 0, 0, 4]), gini([])) == (0.0, 0.75, 0.0)


@pytest.mark.parametrize("wrong", [{"fit": [[1.0, 2.0]]}, {"groups": ["a", "b"]}])
def test_an_audit_of_something_else_is_refused(wrong):
    with pytest.raises(InputError):
        audit(assign([[1.0]], [1]), **wrong)
