"""Large rounds: worked out from profiles in blocks, to the same answer as laid out in full."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairing import Gate, InputError, Mentee, Mentor, Problem, Rules, Weights, picking, profiles, rounds
from pairing.executor import Threads
from pairing.profiles import profiles_of
from pairing.table import FORBIDDEN

from .test_fit import mentees, pools
from .test_rounds import people

rules = st.builds(
    Rules, never=st.just(((1, 2), (3, 99))), own_organisation=st.booleans(), floor=st.sampled_from([None, 55.5]),
    seniority=st.sampled_from([None, (0, 2)]),
    waived=st.sampled_from([Gate(0), Gate.FULL | Gate.NOT_OPEN | Gate.SAME_PERSON | Gate.BLOCKED
                            | Gate.REPORTING_LINE | Gate.NOT_AHEAD | Gate.OUT_OF_REACH | Gate.NO_HOURS]))  # fmt: skip


def source_of(problem, rows=None, columns=None):
    rows = np.arange(problem.shape[0]) if rows is None else rows
    columns = np.arange(problem.shape[1]) if columns is None else columns
    return profiles_of(
        problem.columns, problem.pool, problem.weights, problem.rules, rows, columns, problem.must
    )


@given(st.lists(mentees, max_size=5, unique_by=lambda m: m.key), pools, rules, st.booleans())
@settings(max_examples=60, deadline=None)
def test_profiles_say_what_the_table_says(some, mentors, rule, plain):
    problem = Problem(some, mentors, rules=rule)
    with pytest.MonkeyPatch.context() as patch:
        if plain:
            make_plain(patch)
        cells = source_of(problem).table().cells if some and mentors else problem.table().cells

    assert cells.tolist() == problem.table().cells.tolist()


def make_plain(patch):
    """Have the loops run as they are written."""
    for name in ("shared_bits", "in_bytes", "in_all", "add_hours", "meets_all", "close", "in_reach", "is_shut", "more",
                 "ranked", "scattered", "put"):  # fmt: skip
        patch.setattr(picking, name, getattr(picking, name).py_func)
    for name in ("pick", "exceed", "lay_out"):
        patch.setattr(profiles, name, getattr(picking, name).py_func)


@pytest.mark.parametrize("waived", [Gate(0), Gate.NO_HOURS])
def test_two_who_share_no_hour_are_no_pair_in_a_large_round_either(rng, monkeypatch, waived):
    some, mentors = (
        [replace(one, free=1 << (number % 3)) for number, one in enumerate(side)]
        for side in people(rng, many=12, few=9)
    )
    problem = Problem(some, mentors, rules=Rules(waived=waived))
    cells = problem.table().cells
    monkeypatch.setattr(rounds, "LARGE", 0)
    answer = problem.assign()

    assert source_of(problem).table().cells.tolist() == cells.tolist()
    assert source_of(problem).everything()[2].sum() == cells[cells >= 0].sum()
    assert (cells[answer.pairs[:, 0], answer.pairs[:, 1]] >= 0).all()
    assert ((cells == FORBIDDEN).mean() > 0.6) == (not waived)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize(
    "rule", [Rules(own_organisation=True),
             Rules(never=tuple((f"m{n}", f"M{n % 9}") for n in range(30)), seniority=(0, 3),
                   waived=Gate.NOT_AHEAD, floor=45)])  # fmt: skip
def test_candidates_are_the_best_from_both_sides(rng, monkeypatch, rule, plain):
    monkeypatch.setattr(profiles, "ROWS", 7)
    monkeypatch.setattr(profiles, "TILE", 11)
    problem = Problem(*people(rng, many=30, few=25, ranking=("M3", "M7") * rule.own_organisation), rules=rule)
    source, cells = source_of(problem), problem.table().cells
    if plain:
        make_plain(monkeypatch)

    mentee, mentor, fits = np.array(sorted(set(zip(*source.best(4, 3), strict=True)))).T
    price, bar = rng.integers(0, 2000, 25), rng.integers(3000, 9000, 30)
    over = source.above(2, price, bar, 3)

    assert (cells[mentee, mentor] == fits).all()
    assert source.everything()[2].sum() == cells[cells >= 0].sum()
    for row in range(30):
        mine = np.sort(fits[mentee == row])[::-1][:4]
        assert (mine == np.sort(cells[row])[::-1][: mine.size]).all()
        gain = cells[row] * 2 - price
        best = np.sort(gain[(gain > bar[row]) & (cells[row] != FORBIDDEN)])[::-1][:3]
        assert np.sort((over[2] * 2 - price[over[1]])[over[0] == row])[::-1].tolist() == best.tolist()
    for column in range(25):
        theirs = np.sort(fits[mentor == column])[::-1][:3]
        assert (theirs == np.sort(cells[:, column])[::-1][: theirs.size]).all()


@pytest.mark.parametrize(
    "options", [{}, {"must": (("m0", "M0"), ("m7", "M3")), "waived": Gate.NOT_AHEAD, "floor": 40}]
)
def test_a_large_round_has_the_answer_of_a_small_one(rng, monkeypatch, options):
    problem = Problem(*people(rng, many=120, few=45), rules=Rules(**options))
    small = problem.assign()
    monkeypatch.setattr(rounds, "LARGE", 0)
    quick = problem.assign()
    for name in ("settling.WHOLE", "rounds.WHOLE", "settling.TIED", "settling.DENSE"):
        monkeypatch.setattr(f"pairing.{name}", 0)
    monkeypatch.setattr("pairing.settling.EACH", 2)

    large = problem.assign()
    threads = [problem.assign(executor=Threads(workers)).pairs.tolist() for workers in (1, 3)]

    assert (large.total, large.people, large.gap, large.certain) == (
        pytest.approx(small.total), small.people, pytest.approx(0), True)  # fmt: skip
    assert quick.total == pytest.approx(small.total)
    assert threads == [large.pairs.tolist()] * 2
    assert set(map(tuple, problem.must)) <= set(map(tuple, large.pairs.tolist()))
    again = Problem(problem.mentees[::-1], problem.mentors[::-1], rules=problem.rules)
    assert sorted(again.named(again.assign())) == sorted(problem.named(large))


def test_an_answer_nearby_shortens_the_way_to_the_same_total(rng, monkeypatch):
    before = Problem(*people(rng, many=120, few=45))
    other = before.changed(weights=Weights(goals=45, values=15))
    small = other.assign()
    for name in ("rounds.LARGE", "settling.WHOLE", "rounds.WHOLE", "settling.TIED", "settling.DENSE"):
        monkeypatch.setattr(f"pairing.{name}", 0)

    found = other.assign(near=before.assign())

    assert (found.total, found.people, found.gap, found.certain) == (
        pytest.approx(small.total), small.people, pytest.approx(0), True)  # fmt: skip
    with pytest.raises(InputError, match="nearby"):
        other.assign(near=replace(found, shape=(1, 2)))


def test_outside_is_nowhere_in_a_round_for_one_organisation(monkeypatch):
    one = Mentee(key="a", reach="outside", organisations=("x",))
    two = Mentee(key="b", blocked=frozenset("MN"), organisations=("x",))
    mentors = [Mentor(key=key, organisations=("x",)) for key in "MN"]
    problem = Problem([one, two], mentors, rules=Rules(own_organisation=True))
    make_plain(monkeypatch)

    assert source_of(problem).on(Threads(1)).table().cells.tolist() == [[FORBIDDEN] * 2] * 2


def test_must_pairs_that_take_one_place_twice_are_named(rng):
    rules = Rules(must=tuple((f"m{n}", "M0") for n in range(4)), waived=Gate.NOT_AHEAD)
    with pytest.raises(Exception, match="m3 and M0 must be a pair, but further must-pairs"):
        Problem(*people(rng), rules=rules).assign()
