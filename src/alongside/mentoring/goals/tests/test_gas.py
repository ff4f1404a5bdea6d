"""The T-score of goals, against values worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.mentoring.goals import gas, quarters

VECTORS = [
    ([1, 1, 1], [0, 1, -1], 50),
    ([1, 1, 1], [1, 1, 0], 59.13),
    ([3, 2, 1], [1, 0, -1], 54.41),
    ([1], [-1], 40),
    ([1, 1, 1], [2, 2, 2], 77.39),
    ([1, 1, 1], [-2, -2, -2], 22.61),
]
goals = st.lists(st.tuples(st.integers(1, 3), st.integers(-2, 2)), min_size=1, max_size=9)


@pytest.mark.parametrize(("weights", "levels", "expected"), VECTORS)
def test_the_score_is_the_one_worked_out_by_hand(weights, levels, expected):
    assert round(gas.t_score(zip(weights, levels, strict=True)), 2) == expected


def test_no_goals_have_no_score():
    assert gas.t_score([]) is None


@given(goals)
def test_as_expected_everywhere_is_fifty(pairs):
    assert gas.t_score([(weight, 0) for weight, _level in pairs]) == 50


@given(goals)
def test_turning_every_result_round_mirrors_the_score(pairs):
    mirrored = gas.t_score([(weight, -level) for weight, level in pairs])

    assert math.isclose(gas.t_score(pairs) + mirrored, 100)


@given(goals, st.integers(0, 8))
def test_a_better_result_never_lowers_the_score(pairs, place):
    place %= len(pairs)
    weight, level = pairs[place]
    better = [*pairs]
    better[place] = (weight, min(2, level + 1))

    assert gas.t_score(better) >= gas.t_score(pairs)


@given(st.dates(min_value=quarters.dt.date(1000, 1, 1), max_value=quarters.dt.date(9000, 1, 1)))
def test_a_day_lies_in_its_quarter(day):
    quarter = quarters.of(day)

    assert quarters.last_day(quarter) >= day
    assert quarters.of(quarters.last_day(quarter)) == quarter
    assert quarters.of(quarters.last_day(quarter) + quarters.dt.timedelta(days=1)) == quarters.after(quarter)
