"""The charts of the practice tools stay in their pictures and say all of it in their tables."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import example, given
from hypothesis import strategies as st

from alongside.kit.charts.bars import MOST, Bar, bars, short
from alongside.kit.charts.gantt import gantt
from alongside.kit.charts.grid import Line, grid
from alongside.kit.charts.line import line_with_band
from alongside.kit.charts.network import Link, network
from alongside.kit.charts.scatter import Dot, scatter
from alongside.kit.charts.stacked import stacked
from alongside.kit.charts.tree import tree

HOSTILE = '"><script>alert(1)</script>'
numbers = st.floats(-10, 1e5)


def inside(chart) -> bool:
    """Whether nothing is drawn left of the picture, wider than it, or not at all."""
    width = float(re.search(r'viewBox="0 0 (\d+)', chart.svg)[1])
    found = [float(one) for one in re.findall(r' (?:x|cx|x1|width)="([-\d.]+)"', chart.svg)]
    return all(-0.1 <= one <= width + 0.1 for one in found) and not re.search(r"nan|inf", chart.svg)


@example([[4.0, -1.0]])
@given(st.lists(st.lists(numbers, max_size=3), max_size=MOST + 5))
def test_bars(values):
    chart = bars("Bars", [Bar(HOSTILE, parts, "1", 0, 3) for parts in values], head=["Thing", "Value"])
    assert (len(chart.rows), inside(chart), "<script" in chart.svg) == (len(values), True, False)


@given(st.lists(numbers), st.lists(st.floats(1, 1e5), max_size=3))
def test_a_stacked_bar(sizes, marks):
    parts = [(HOSTILE, max(0.0, size), "1") for size in sizes]
    chart = stacked(
        "Whole", [*parts, ("One", 1.0, "1")], [("at", mark) for mark in marks], head=["Part", "Size"]
    )
    assert (len(chart.rows), inside(chart)) == (len(sizes) + 1, True)


@given(st.lists(st.tuples(numbers, numbers)))
def test_a_scatter(points):
    dots = [Dot(HOSTILE, x, y, ["1"]) for x, y in points]
    chart = scatter(
        "Plane",
        dots,
        across=("x", (0, 10)),
        up=("y", (0, 10)),
        split=(5, 5),
        quadrants="ABCD",
        head=["a", "b"],
    )
    assert (inside(chart), len(chart.rows)) == (True, len(points))


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50))))
def test_a_gantt_chart(spans):
    told = [(HOSTILE, start, start + length, "1") for start, length in spans]
    assert inside(gantt("Time", told, unit="weeks", head=["a", "b"]))


@given(st.lists(st.sampled_from("abcdef"), min_size=6, max_size=6))
def test_a_tree_shows_everything_even_in_circles(parents):
    branches = [
        (key, "" if key == parent else parent, HOSTILE, "kind")
        for key, parent in zip("abcdef", parents, strict=True)
    ]
    assert len(tree("Tree", branches, head=["a", "b", "c"]).rows) == 6


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1))
def test_a_line_with_a_band(points):
    band = [(x, 0.0, 1.0) for x, _y in points]
    assert inside(line_with_band("Line", points, band, axes=("x", "y"), head=["a"], table=[["1"]]))


def test_what_is_short_stays():
    assert (short("abc"), short("a" * 30)) == ("abc", "a" * 19 + "…")


@given(st.lists(st.text("abc", max_size=30), min_size=1, max_size=70))
def test_a_grid_has_room_for_its_names(names):
    lines = [Line(name, [0.1, None, 1.0][: len(names)], marks=["A", "", "R"]) for name in names]
    chart = grid("All", lines, names, head=["a"], table=[["1"]])
    assert (inside(chart), "<script" in chart.svg) == (True, False)


def test_a_network_of_one_is_as_small_as_it_is():
    links = [Link(HOSTILE, "Ada", dt.date(2026, 5, day), "Met") for day in (1, 2)]
    few, more = (network("Net", "You", links[:number], head=["a", "b", "c", "d"]) for number in (1, 2))
    assert ['viewBox="110 0 240 180"' in few.svg, 'viewBox="0 0 460 300"' in more.svg] == [True, True]
    assert ("<script" in more.svg, len(more.rows)) == (False, 2)
