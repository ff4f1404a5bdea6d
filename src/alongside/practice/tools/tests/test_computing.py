"""Every vector of practice-vectors.json, and what is true of every tool."""

from __future__ import annotations

import itertools
import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.practice.tools.brag_doc.computing import concentration, readiness
from alongside.practice.tools.bridge.computing import crossed
from alongside.practice.tools.bridge.experiences import EXPERIENCES
from alongside.practice.tools.career_matrix.computing import (
    flip_weight,
    normalised,
    shares_of_100,
    total,
    win_shares,
)
from alongside.practice.tools.cost_of_delay.computing import cd3, cheapest, order_cost
from alongside.practice.tools.decision_log.computing import brier, calibration, chance
from alongside.practice.tools.ice.computing import score as ice
from alongside.practice.tools.interview_stories.computing import coverage, listed, minutes
from alongside.practice.tools.kano.computing import ANSWERS, TABLE, better_worse, category, mode
from alongside.practice.tools.moscow.computing import effort_by_category, shares
from alongside.practice.tools.okr.computing import band, key_result, objective
from alongside.practice.tools.opportunity_score.computing import band as odi_band
from alongside.practice.tools.opportunity_score.computing import score as odi
from alongside.practice.tools.opportunity_score.computing import top_two
from alongside.practice.tools.opportunity_tree.computing import circles
from alongside.practice.tools.pitch.computing import score as pitch
from alongside.practice.tools.portfolio.tool import completeness
from alongside.practice.tools.positioning.computing import hollow, seconds
from alongside.practice.tools.pr_faq.computing import sentence_length, words
from alongside.practice.tools.premortem.tool import risk
from alongside.practice.tools.raci.computing import load, people
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.rice.computing import score as rice
from alongside.practice.tools.rice.computing import ties
from alongside.practice.tools.stakeholder_map.computing import quadrant, urgency
from alongside.practice.tools.tool import Kind, Row, Sheet
from alongside.practice.tools.value_effort.computing import quadrant as plane
from alongside.practice.tools.value_effort.computing import ratio, split
from alongside.practice.tools.wsjf.computing import SCALE
from alongside.practice.tools.wsjf.computing import score as wsjf

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text())
EVERY = pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.key)
positive = st.floats(0.5, 1e6)


@pytest.mark.parametrize("told", VECTORS["rice"])
def test_rice(told):
    assert rice(*(told[key] for key in ("reach", "impact", "confidence", "effort"))) == pytest.approx(
        told["score"], abs=1e-4
    )


@pytest.mark.parametrize("told", VECTORS["wsjf"])
def test_wsjf(told):
    assert wsjf(told["value"], told["time"], told["risk"], told["size"]) == pytest.approx(
        told["score"], abs=1e-4
    )


def test_moscow():
    told = VECTORS["moscow"]
    assert effort_by_category([*told["effort"].items(), ("W", 99.0)]) == told["effort"]
    assert shares(told["effort"]) == pytest.approx(told["share"], abs=1e-4)


def test_cost_of_delay():
    told = VECTORS["cd3"]
    jobs = {name: tuple(map(float, job)) for name, job in told["jobs"].items()}
    assert {name: cd3(*job) for name, job in jobs.items()} == told["cd3"]
    assert {order: order_cost(list(order), jobs) for order in told["order_cost"]} == told["order_cost"]
    assert "".join(cheapest(jobs)) == "BCA"


def test_kano():
    told, table = VECTORS["kano"], VECTORS["kano_table"]
    assert (table["order"], table["rows"]) == (list(ANSWERS), list(TABLE))
    assert better_worse(told) == pytest.approx((told["better"], told["worse"]))
    assert (mode({"A": 2, "M": 2}), mode({"O": 1, "A": 1}), mode({})) == ("M", "O", "")
    assert (category("like", "dislike"), better_worse({"R": 3})) == ("O", (0.0, 0.0))


@pytest.mark.parametrize(("importance", "satisfaction", "found"), VECTORS["odi"])
def test_opportunity(importance, satisfaction, found):
    assert odi(importance, satisfaction) == found


@pytest.mark.parametrize("told", VECTORS["kr"])
def test_key_results(told):
    assert key_result(told["start"], told["target"], told["current"]) == pytest.approx(
        told["score"], abs=1e-4
    )


def test_decision_matrix():
    told = VECTORS["decision_matrix"]
    weights = normalised(told["weights"])
    one, other = told["mid_size"], told["enterprise"]
    assert total(weights, one) == pytest.approx(one["total"])
    assert total(weights, other) == pytest.approx(other["total"])
    assert flip_weight(weights, one, other, "scope") == pytest.approx(told["flip_scope_weight"], abs=1e-6)
    assert flip_weight(weights, one, other, "scope") == pytest.approx(9 / 23)
    assert flip_weight({"a": 1.0}, {"a": 1.0}, {"a": 2.0}, "a") is None
    assert flip_weight({"a": 0.5, "b": 0.5}, {"a": 1.0, "b": 1.0}, {"a": 1.0, "b": 1.0}, "a") is None
    shares = win_shares(weights, {"one": one, "other": other})
    assert shares == win_shares(weights, {"one": one, "other": other})
    assert sum(shares.values()) == pytest.approx(1)


def test_brier_and_calibration():
    told = VECTORS["brier"]
    assert brier([tuple(pair) for pair in told["pairs"]]) == pytest.approx(told["score"], abs=1e-5)
    assert calibration([(0.1, 0), (0.9, 1), (1.0, 1)]) == [(0.1, 0.0, 1), (0.95, 1.0, 2)]


@given(st.dictionaries(st.sampled_from("ABCD"), st.tuples(st.floats(0, 100), st.floats(0.1, 50)), min_size=1))
def test_no_order_costs_less_than_descending_cd3(jobs):
    least = min(order_cost(order, jobs) for order in permutations(jobs))
    assert order_cost(cheapest(jobs), jobs) == pytest.approx(least)


scores = st.fixed_dictionaries({name: st.integers(1, 5) for name in "abc"})


@given(st.fixed_dictionaries({name: st.integers(1, 9) for name in "abc"}), scores, scores)
def test_at_the_flip_weight_both_are_equal(weights, one, other):
    weights = normalised(weights)
    found = flip_weight(weights, one, other, "a")
    if found is not None and found < 1:
        rest = 1 - weights["a"]
        moved = {
            name: found if name == "a" else weight / rest * (1 - found) for name, weight in weights.items()
        }
        assert total(moved, one) == pytest.approx(total(moved, other))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_progress_stays_between_nothing_and_all(start, target, current):
    if start != target:
        assert 0 <= key_result(start, target, current) <= 1


@given(st.floats(0, 1), st.integers(1, 100))
def test_chance_surrounds_what_was_said(p, count):
    low, high = chance(p, count)
    assert 0 <= low <= p <= high <= 1


def test_the_smaller_computations():
    assert (objective([(0.7, 50), (0.3, 50)]), objective([(0.4, 0), (0.6, 0)]), objective([])) == (
        0.5,
        0.5,
        0.0,
    )
    assert [band(value) for value in (0.39, 0.4, 0.7)] == ["red", "amber", "green"]
    assert (top_two([5, 4, 3, 1]), [odi_band(value) for value in (16, 12, 10, 1)]) == (
        5.0, ["extreme", "high", "moderate", "low"],
    )  # fmt: skip
    assert circles({"a": "b", "b": "c", "c": "b", "d": "e"}) == {"b", "c"}
    assert [quadrant(*at) for at in ((5, 5), (5, 1), (1, 5), (1, 1))] == [
        "manage",
        "satisfy",
        "inform",
        "monitor",
    ]
    assert (urgency(5, -1, 1), urgency(5, 1, -1)) == (10, 0)
    assert (people("Ben, Ada; Cleo\n"), load([["Ben"], ["Ben"], ["Ada", "Ben"]])) == (
        ["Ben", "Ada", "Cleo"],
        {"Ben": 2 / 3},
    )
    assert (words("One day. Two!"), sentence_length("One day. Two!"), sentence_length("")) == (3, 1.5, 0.0)
    assert (minutes(260), coverage([["a"], ["a", "b"]], ["a", "b"]), coverage([], []), listed("a, b;")) == (
        2,
        0.5,
        0.0,
        ["a", "b"],
    )
    assert (
        readiness(["a", "a", "b"], ["a", "b"]),
        readiness([], []),
        concentration(["x", "x", "y", "z"]),
        concentration([]),
    ) == (0.5, 0.0, 0.5, 0.0)
    assert (crossed(["led", "seen", ""]), crossed([])) == (pytest.approx(1.4 / 3), 0.0)
    assert (risk(5, 5), ratio(8, 2), split([(1, 2), (3, 8)], by_median=True), split([], by_median=True)) == (
        25,
        4,
        (2, 5),
        (5.5, 5.5),
    )
    assert [plane(*at, (5, 5)) for at in ((1, 9), (9, 9), (1, 1), (9, 1))] == [
        "quick",
        "big",
        "fill",
        "leave",
    ]
    assert (pitch([(1, 4), (1, 2)]), completeness(7)) == (75.0, 1.0)


def test_the_bridge_has_fifty_four_experiences_in_ten_skills():
    assert [len(texts) for texts in EXPERIENCES.values()] == [6, 7, 2, 3, 7, 2, 8, 8, 2, 9]


def test_there_are_twenty_three_tools_beside_the_introduction_and_a_workshop_for_ones_position():
    assert len(TOOLS) == 24


def test_a_statement_is_timed_and_its_hollow_words_are_named():
    assert seconds("word " * 70) == 30
    assert hollow("A Passionate, data-driven team player with passion") == [
        "data-driven",
        "passionate",
        "team player",
    ]


@given(st.lists(st.tuples(st.sampled_from("MSCW"), positive)))
def test_shares_add_up_to_one_or_to_nothing(items):
    found = shares(effort_by_category(items))
    assert sum(found.values()) == pytest.approx(1 if any(key != "W" for key, _ in items) else 0)


@given(positive, st.sampled_from((3.0, 2.0, 1.0, 0.5, 0.25)), st.floats(0, 1), positive)
def test_twice_the_effort_is_half_the_score(reach, impact, confidence, effort):
    assert rice(reach, impact, confidence, effort * 2) * 2 == pytest.approx(
        rice(reach, impact, confidence, effort)
    )


@given(*[st.sampled_from(SCALE)] * 4)
def test_a_job_of_the_least_worth_comes_never_before_one_of_more(value, time, risk, size):
    assert wsjf(1, 1, 1, size) <= wsjf(value, time, risk, size)


@given(*[st.floats(1, 10)] * 3)
def test_ice_stays_on_its_scale_either_way(impact, confidence, ease):
    assert 1 <= ice(impact, confidence, ease) <= 1000
    assert 1 <= ice(impact, confidence, ease, mean=True) <= 10.001


@pytest.mark.parametrize(
    ("compute", "given_"),
    [
        (rice, (1, 2, 0.8, 0)), (rice, (-1, 2, 0.8, 1)), (rice, (1, 2, 1.4, 1)), (rice, (1, 7, 0.8, 1)),
        (cd3, (1, 0)), (cd3, (-1, 1)), (top_two, ([],)), (top_two, ([6],)), (key_result, (1, 1, 1)),
        (normalised, ({"a": 0},)), (normalised, ({"a": 2, "b": -1},)), (brier, ([],)), (pitch, ([],)),
        (pitch, ([(1, 5)],)),
        (risk, (0, 1)), (ratio, (0, 1)), (completeness, (8,)), (category, ("love", "like")), (wsjf, (4, 1, 1, 1)),
        (wsjf, (1, 1, 1, 0)), (ice, (0, 1, 1)), (ice, (1, 11, 1)),
    ],
)  # fmt: skip
def test_what_is_outside_of_the_range_is_an_error(compute, given_):
    with pytest.raises(ValueError, match=r"."):
        compute(*given_)


def test_what_is_within_a_fifth_is_a_tie():
    assert ties([100.0, 85.0, 50.0, 0.0]) == [0]


@EVERY
def test_a_tool_is_complete_and_its_example_is_computed_drawn_and_warned_of(tool):
    result = tool.compute(tool.example)
    cautions = list(tool.warn(tool.example, result))

    assert all(str(text) for text in (tool.name, tool.purpose, tool.when, tool.method, tool.source))
    assert len(tool.example.rows) >= 2
    assert tool.picture(tool.example, result) is not None
    assert {len(texts) for texts in result.derived.values()} <= {len(result.head)}
    assert {key for key, _value in result.ranking} <= {row.key for row in tool.example.rows}
    assert all(str(one.text) and "%%" not in str(one.text) for one in cautions)
    assert set(tool.example.settings) <= {column.key for column in tool.settings}


@EVERY
def test_a_tool_takes_a_blank_sheet_and_one_with_half_of_everything(tool):
    for sheet in (Sheet(), tool.blank, Sheet((Row("r1", {tool.title: "Something"}), Row("r2")))):
        result = tool.compute(sheet)
        list(tool.warn(sheet, result))
        tool.picture(sheet, result)


def _cells(column):
    if column.kind is Kind.NUMBER:
        low, high = column.low or 0, column.high or 1e5
        return st.none() | st.floats(low, high, allow_nan=False)
    if column.kind is Kind.CHOICE:
        return st.sampled_from(["", *(key for key, _label in column.choices)])
    if column.kind is Kind.TICK:
        return st.booleans()
    if column.kind is Kind.DATE:
        return st.sampled_from([None, "2026-11-23", "2027-06-01"])
    return st.sampled_from(["", "One", "Two", "5 4 3", "Ada, Ben"])


@EVERY
def test_a_tool_takes_whatever_its_form_lets_in(tool):
    cells = st.fixed_dictionaries({column.key: _cells(column) for column in tool.columns})
    set_ups = st.fixed_dictionaries({column.key: _cells(column) for column in tool.settings})

    @settings(max_examples=25, deadline=None)
    @given(st.lists(cells, max_size=5), set_ups)
    def check(rows, set_up):
        sheet = Sheet(tuple(Row(f"r{at}", row) for at, row in enumerate(rows)), set_up)
        result = tool.compute(sheet)
        drawn = tool.picture(sheet, result)
        assert all("%%" not in str(one.text) for one in tool.warn(sheet, result))
        assert [value for _key, value in result.ranking] == sorted(
            (value for _key, value in result.ranking), reverse=True
        )
        assert drawn is None or "nan" not in drawn.svg

    check()


@given(st.dictionaries(st.text(max_size=2), st.floats(0.5, 1e4), min_size=1, max_size=12))
def test_weights_made_to_add_up_to_100_do_so_exactly_and_keep_their_order(weights):
    shares = shares_of_100(weights)

    assert sum(round(share * 10) for share in shares.values()) == 1000
    for one, other in itertools.pairwise(sorted(weights, key=weights.__getitem__)):
        assert shares[one] <= shares[other] + 0.1
