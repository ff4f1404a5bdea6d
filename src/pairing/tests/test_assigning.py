"""``assign``: optimal against an oracle that tries everything, whatever the way it is solved."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array

from pairing import Cancelled, InputError, assign, flow, flow_process, paths, prices, settling
from pairing import cells as loops
from pairing import table as tables
from pairing.solve import waits
from pairing.table import Table

from .conftest import every_answer, markets

WAYS = ["table", "table, plain", "table, SciPy", "dense", "flow", "candidates", "program", "process", "plain"]

PATHS = (
    "value",
    "highest",
    "second",
    "found",
    "bid",
    "relax",
    "nearest",
    "augment",
    "hand_over",
    "slot_of",
    "lower",
)


def take(way, monkeypatch):
    """Have the next assignments solved in one particular way."""
    for name in ("QUICK", "WHOLE"):
        monkeypatch.setattr(settling, name, 1_500_000 if way.startswith("table") else 0)
    monkeypatch.setattr(settling, "TIED", 0)
    monkeypatch.setattr(settling, "COMPILED", way != "table, SciPy")
    if way == "table, SciPy":
        monkeypatch.setattr(settling, "prices_of_table", prices.prices_of_table.py_func)
    if way == "table, plain":
        for name in PATHS:
            monkeypatch.setattr(paths, name, getattr(paths, name).py_func)
    monkeypatch.setattr(flow, "SMALL", 90_000 if way == "dense" else 0)
    monkeypatch.setattr(flow, "ORTOOLS", way != "program")
    monkeypatch.setattr(flow, "HUGE", 0)
    monkeypatch.setattr(flow, "OWN_PROCESS", 0 if way == "process" else 10**9)
    monkeypatch.setattr(settling, "DENSE", 0 if way == "candidates" else 40_000)
    monkeypatch.setattr(settling, "EACH", 1 if way == "candidates" else 20)
    monkeypatch.setattr(settling, "ADD", 1)
    if way == "plain":
        monkeypatch.setattr(settling, "minimal_prices", prices.minimal_prices.py_func)


def value(pairs, fit, first):
    total = sum(fit[pair] for pair in pairs)
    return (len({mentee for mentee, _ in pairs}), len(pairs), total) if first == "people" else (total,)


@pytest.mark.parametrize("first", ["people", "fit"])
@pytest.mark.parametrize("way", WAYS)
def test_no_answer_is_better(way, first, monkeypatch):
    take(way, monkeypatch)

    @given(markets(several=True, fractions=way == "flow"))
    @settings(max_examples=4 if way == "process" else 60, deadline=None)
    def check(market):
        fit, capacity, demand, allowed = market
        answer = assign(fit, capacity, allowed=allowed, demand=demand, first=first)
        best = max(value(pairs, fit, first) for pairs in every_answer(fit, capacity, demand, allowed))
        made = [tuple(pair) for pair in answer.pairs.tolist()]

        assert value(made, fit, first) == pytest.approx(best, abs=1e-6)
        assert answer.certain
        assert answer.bound == pytest.approx(answer.total, abs=1e-6)
        assert all(allowed[pair] for pair in made)
        assert (answer.load <= capacity).all()
        assert (np.bincount([mentee for mentee, _ in made], minlength=len(fit)) <= demand).all()

    check()


@given(markets(), st.permutations(range(4)), st.permutations(range(4)), st.integers(0, 3), st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_changes_nothing(market, rows, columns, seed, named):
    fit, capacity, demand, allowed = market
    rows, columns = [r for r in rows if r < len(fit)], [c for c in columns if c < len(capacity)]
    again = np.ix_(rows, columns)
    keys = (list(range(len(fit))), list(range(len(capacity)))) if named else (None, None)
    moved = (rows, columns) if named else (None, None)

    one = assign(fit, capacity, allowed=allowed, demand=demand, people=keys[0], mentors=keys[1], seed=seed)
    other = assign(fit[again], capacity[columns], allowed=allowed[again], demand=demand[rows],
                   people=moved[0], mentors=moved[1], seed=seed)  # fmt: skip
    back = sorted((rows[mentee], columns[mentor]) for mentee, mentor in other.pairs)

    assert one.total == other.total
    if named:
        assert [tuple(pair) for pair in one.pairs.tolist()] == back
        assert one.prices[columns].tolist() == other.prices.tolist()


def test_all_ties_are_broken_by_the_seed_and_by_waiting():
    fit = np.ones((6, 1))
    chosen = {
        int(assign(fit, [1], people=list("abcdef"), mentors="m", seed=seed).pairs[0, 0]) for seed in range(40)
    }
    longest = assign(fit, [1], wait=[1, 5, 2, 9, 3, 4], seed=3)

    assert len(chosen) > 3
    assert longest.pairs.tolist() == [[3, 0]]


def test_waiting_never_outweighs_people_or_fit():
    fit = np.array([[5.0, 3.0], [5.0, -np.inf]])

    assert assign(fit, [1, 1], wait=[100, 0]).pairs.tolist() == [[0, 1], [1, 0]]
    assert assign([[1.0], [2.0]], [1], wait=[100, 0]).pairs.tolist() == [[1, 0]]
    assert waits([3.5, 1, 2, 1], 4).tolist() == [2, 0, 1, 0]
    assert waits(range(1000), 1000).max() == 255


def test_a_forbidden_pair_is_never_a_pair_without_points():
    fit = csr_array(([0.0, 0.0, -3.0], ([0, 1, 1], [0, 0, 1])), shape=(2, 2))

    answer = assign(fit, [1, 1])

    assert answer.pairs.tolist() == [[0, 0], [1, 1]]
    assert assign([[0.0, 0.0], [0.0, 0.0]], [1, 1], allowed=[[1, 0], [1, 1]]).people == 2


def test_small_fractions_do_not_vanish(rng):
    fit = rng.random((30, 30)) * 1e-3

    best = fit[linear_sum_assignment(fit, maximize=True)].sum()

    assert assign(fit, np.ones(30)).total == pytest.approx(best, rel=1e-9)
    assert assign(fit * 1e-300, np.ones(30)).total == pytest.approx(best * 1e-300, rel=1e-3)
    assert assign(fit * 1e300, np.ones(30)).total == pytest.approx(best * 1e300, rel=1e-9)


@pytest.mark.parametrize("density", [0.03, 0.05, 0.1])
def test_as_many_people_as_possible_find_a_mentor(rng, density):
    allowed = rng.random((200, 200)) < density
    most = linear_sum_assignment(allowed, maximize=True)

    answer = assign(np.zeros((200, 200)), np.ones(200), allowed=allowed)

    assert answer.people == allowed[most].sum()
    assert answer.certain


def test_a_popular_and_scarce_market_is_certified_from_few_candidates(rng, monkeypatch):
    take("candidates", monkeypatch)
    monkeypatch.setattr(settling, "EACH", 6)
    fit = np.rint(100 * (rng.random((240, 1)) + 3 * rng.random((1, 90)) + rng.random((240, 90))))
    capacity = rng.integers(1, 4, 90)
    slots = np.repeat(np.arange(90), capacity)
    best = fit[:, slots][linear_sum_assignment(fit[:, slots], maximize=True)].sum()

    answer = assign(fit, capacity)
    rough = assign(fit, capacity, tolerance=0.05)

    assert (answer.total, answer.gap, answer.certain, answer.rounds > 1) == (best, 0.0, True, True)
    assert rough.rounds <= answer.rounds
    assert rough.total <= best <= rough.bound + 1e-9


def test_an_answer_that_is_not_proven_says_how_far_off_it_can_be(rng, monkeypatch):
    take("candidates", monkeypatch)
    monkeypatch.setattr(settling, "ROUNDS", 1)
    fit = rng.random((40, 40)) + rng.random((1, 40))

    rough = assign(fit, np.ones(40))
    best = fit[linear_sum_assignment(fit, maximize=True)].sum()

    assert rough.gap > 0
    assert rough.people < 40 or rough.total < best <= rough.bound


def test_a_floor_keeps_everybody_above_it_and_a_fixed_pair_stays():
    fit = [[9, 5], [8, 1]]

    assert assign(fit, [1, 1], floor=2).pairs.tolist() == [[0, 1], [1, 0]]
    assert assign(fit, [1, 1], fixed=[(1, 1)]).pairs.tolist() == [[0, 0], [1, 1]]
    assert assign(fit, [1, 1], fixed=[(0, 1)]).pairs.tolist() == [[0, 1], [1, 0]]
    assert assign(fit, [2, 1], fixed=[(0, 0)], demand=[2, 0], floor=5).total == 14
    kept = assign([[0.5, 0.25], [0.75, 0.1]], [1, 1], fixed=[(1, 1)])
    assert (kept.total, kept.bound, kept.gap) == pytest.approx((0.6, 0.6, 0))


@pytest.mark.parametrize("seed", range(4))
def test_names_of_one_side_alone_leave_the_other_to_what_its_columns_hold(seed):
    fit, options = np.array([[5, 5], [0, 3]]), {"demand": [1, 0], "people": "ab", "seed": seed}

    chosen = assign(fit, [1, 1], **options).pairs[0, 1]

    assert assign(fit[:, ::-1], [1, 1], **options).pairs[0, 1] == 1 - chosen


def test_prices_say_what_one_more_place_is_worth():
    fit = np.array([[9.0, 1.0], [8.0, 2.0], [7.0, 3.0]])
    answer = assign(fit, [1, 2])

    assert assign(fit, [2, 2]).total - answer.total == answer.prices[0] == 6
    assert answer.price_of_fairness == 0
    assert (answer.mentors_of(0).tolist(), answer.mentees_of(1).tolist()) == ([0], [1, 2])


@pytest.mark.parametrize("way", ["table", "flow"])
def test_compiled_and_plain_prices_are_the_same(rng, monkeypatch, way):
    take(way, monkeypatch)
    fit, capacity = rng.integers(0, 30, (40, 14)) + rng.integers(0, 9, (1, 14)), rng.integers(1, 4, 14)
    fast = assign(fit, capacity, people=range(40), mentors=range(14))
    take("plain" if way == "flow" else "table, SciPy", monkeypatch)

    slow = assign(fit, capacity, people=range(40), mentors=range(14))

    assert fast.prices.tolist() == slow.prices.tolist()


@pytest.mark.parametrize("large", [0, 1 << 40])
@pytest.mark.parametrize(("turns", "bids"), [(0, 24), (1, 0), (6, 24)])
def test_paths_alone_and_after_bids_end_in_one_total_and_the_least_prices(
    rng, monkeypatch, turns, bids, large
):
    take("table, plain", monkeypatch)
    monkeypatch.setattr(paths, "TURNS", turns)
    monkeypatch.setattr(paths, "BIDS", bids)
    fit = rng.integers(0, 30, (40, 34)) + rng.integers(0, 20, (1, 34))
    fit, places = np.where(rng.random(fit.shape) < 0.5, 0, fit + large), rng.integers(0, 3, 34)
    mentor, price = paths.best_of_table(fit, -1, 1, np.zeros(40, dtype=np.int64), places)
    made = np.flatnonzero(mentor >= 0)
    slots = np.repeat(np.arange(34), places)

    total = fit[made, mentor[made]].sum()
    gain = np.where((fit > 0) & (places > 0), fit - price, 0).max(axis=1, initial=0)

    assert total == fit[:, slots][linear_sum_assignment(fit[:, slots], maximize=True)].sum()
    assert gain.sum() + price @ places == total
    least = prices.prices_of_table.py_func(fit, mentor, np.ones(40, dtype=bool))
    assert price.tolist() == least.tolist()


def test_a_large_flow_can_be_cancelled(rng, monkeypatch):
    take("process", monkeypatch)

    fit, answers = rng.integers(0, 9, (150, 150)), iter([False, False, True])
    monkeypatch.setattr(flow, "POLL", 0.001)

    with pytest.raises(Cancelled):
        assign(fit, np.ones(150), stop=lambda: next(answers))
    with pytest.raises(Cancelled):
        assign(fit, np.ones(150), stop=lambda: True)
    assert assign([[1]], [1], stop=lambda: False).people == 1


def test_without_more_than_scipy_a_dense_market_is_still_solved(rng, monkeypatch):
    monkeypatch.setattr(flow, "ORTOOLS", False)
    monkeypatch.setattr(flow, "SMALL", 0)
    fit = rng.integers(0, 50, (40, 30))

    assert assign(fit, np.ones(30)).total == fit[linear_sum_assignment(fit, maximize=True)].sum()


def test_one_mentor_for_thousands_and_nobody_at_all():
    assert assign(np.ones((10_000, 1)), [3]).people == 3
    assert assign(np.zeros((0, 3)), [1, 1, 1]).people == 0
    assert assign([], []).pairs.shape == (0, 2)
    nobody = assign(np.ones((3, 2)), [1, 1], allowed=np.zeros((3, 2)))
    assert (nobody.unmatched.tolist(), nobody.total, nobody.certain) == ([0, 1, 2], 0.0, True)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"fit": [[1, float("nan")]]}, "number"),
        ({"fit": [[1, float("inf")]]}, "number"),
        ({"fit": [[1, 2], [3]]}, "shape"),
        ({"fit": [1, 2]}, "shape"),
        ({"fit": [["a", "b"]]}, "shape"),
        ({"capacity": [1]}, "shape"),
        ({"capacity": [1, -1]}, "capacity"),
        ({"capacity": [1, 0.5]}, "capacity"),
        ({"capacity": [1, float("nan")]}, "capacity"),
        ({"demand": [1, 1]}, "shape"),
        ({"demand": -1}, "demand"),
        ({"allowed": [[True]]}, "shape"),
        ({"fixed": [(0, 7)]}, "stranger"),
        ({"fixed": [(0, 0)], "allowed": [[0, 1]]}, "contradiction"),
        ({"fixed": [(0, 0), (0, 1)]}, "fixed"),
        ({"fixed": [(0, 0)], "capacity": [0, 1]}, "fixed"),
        ({"first": "luck"}, "first"),
        ({"wait": [1, 2]}, "wait"),
        ({"people": ["a", "b"]}, "shape"),
        ({"mentors": ["a", "a"]}, "duplicate"),
    ],
)
def test_what_cannot_be_assigned_is_refused_by_name(wrong, code):
    with pytest.raises(InputError) as refusal:
        assign(**{"fit": [[1.0, 2.0]], "capacity": [1, 1], **wrong})

    assert refusal.value.code == code


@pytest.mark.parametrize("own_process", [0, 10**9])
def test_numbers_beyond_the_flow_are_refused(own_process, monkeypatch):
    monkeypatch.setattr(flow, "OWN_PROCESS", own_process)
    one = np.ones(1, dtype=np.int64)
    market = flow.Market(np.array([0, 1]), one * 0, one << 61, one, one, load=1, entry=1 << 61)

    with pytest.raises(InputError, match="too large"):
        (flow.by_flow if own_process else flow._in_own_process)(market, *([] if own_process else [None]))


def test_the_process_reads_a_market_and_writes_what_is_carried():
    arcs = [np.array(part) for part in ([0, 2, 1], [1, 0, 3], [1, 1, 1], [-5, 0, 0])]
    answered = io.BytesIO()

    flow_process.serve(io.BytesIO(np.array([3, 1, *np.concatenate(arcs)]).tobytes()), answered)

    assert answered.getvalue() == b"\x01\x01\x01"
    arcs[3] = arcs[3] << 60
    flow_process.serve(
        io.BytesIO(np.array([3, 1, *np.concatenate(arcs)]).tobytes()), answered := io.BytesIO()
    )
    assert answered.getvalue() == b""


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("factor", [1, 1 << 50])
def test_of_equal_pairs_mentees_are_offered_different_ones(factor, quick, monkeypatch):
    monkeypatch.setattr(tables, "COMPILED", quick)
    table = Table(np.ones((40, 30), dtype=np.int64), 1.0)
    mentee, mentor, fits = table.above(factor, np.zeros(30, dtype=np.int64), np.zeros(40, dtype=np.int64), 2)

    assert (np.bincount(mentee) == 2).all()
    assert (fits == 1).all()
    assert factor > 1 or len(set(mentor.tolist())) > 20


@pytest.mark.parametrize("way", ["compiled", "plain", "numpy"])
def test_candidates_of_a_table_are_the_best_of_both_sides(rng, monkeypatch, way):
    monkeypatch.setattr(tables, "COMPILED", way != "numpy")
    if way == "plain":
        for name in ("pick_cells", "exceed_cells"):
            monkeypatch.setattr(tables, name, getattr(loops, name).py_func)
    cells = rng.integers(-99, 99, (30, 20)).astype(np.int32)
    cells[rng.random(cells.shape) < 0.4] = tables.FORBIDDEN
    table, price, bar = Table(cells, 1.0), rng.integers(0, 40, 20), rng.integers(-50, 50, 30)
    gain = np.where(cells == tables.FORBIDDEN, tables.NONE, 3 * cells.astype(np.int64) - price)

    mentee, mentor, fits = table.best(3, 2)
    over = table.above(3, price, bar, 4)

    assert (fits == cells[mentee, mentor]).all()
    for row in range(30):
        best = np.sort(cells[row][cells[row] != tables.FORBIDDEN])[::-1][:3]
        assert set(best) <= set(fits[mentee == row])
        dear = np.sort(gain[row][gain[row] > bar[row]])[::-1][:4]
        assert np.sort(gain[row, over[1][over[0] == row]])[::-1].tolist() == dear.tolist()
    for column in range(20):
        best = np.sort(cells[:, column][cells[:, column] != tables.FORBIDDEN])[::-1][:2]
        assert set(best) <= set(fits[mentor == column])
