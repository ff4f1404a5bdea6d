"""Every vector of practice-vectors.json, and what is true of every tool."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.practice.tools.ice.computing import score as ice
from alongside.practice.tools.moscow.computing import effort_by_category, shares
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.rice.computing import score as rice
from alongside.practice.tools.rice.computing import ties
from alongside.practice.tools.tool import Kind, Row, Sheet
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
        (wsjf, (4, 1, 1, 1)), (wsjf, (1, 1, 1, 0)), (ice, (0, 1, 1)), (ice, (1, 11, 1)),
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
    assert all(str(one.text) for one in cautions)
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
    settings = st.fixed_dictionaries({column.key: _cells(column) for column in tool.settings})

    @given(st.lists(cells, max_size=5), settings)
    def check(rows, set_up):
        sheet = Sheet(tuple(Row(f"r{at}", row) for at, row in enumerate(rows)), set_up)
        result = tool.compute(sheet)
        drawn = tool.picture(sheet, result)
        assert all(str(one.text) for one in tool.warn(sheet, result))
        assert [value for _key, value in result.ranking] == sorted(
            (value for _key, value in result.ranking), reverse=True
        )
        assert drawn is None or "nan" not in drawn.svg

    check()
