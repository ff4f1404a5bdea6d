"""Charts draw what their tables say."""

from __future__ import annotations

import re

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from alongside.kit.charts.heat import heat_map, shade
from alongside.kit.charts.radar import radar

values = st.one_of(st.none(), st.floats(0, 5).map(lambda value: round(value, 2)))
HOSTILE = '"><script>alert(1)</script>'


@given(st.lists(st.tuples(st.sampled_from("ABCDEF"), st.just("Area"), values), min_size=3, max_size=8))
def test_a_radar_stays_in_its_picture_and_says_its_numbers(axes):
    chart = radar("Skills", axes, best=5, head=["Area", "Level"])

    shapes = re.findall(r'points="([^"]+)"', chart.svg)
    numbers = [float(number) for points in shapes for number in re.split("[ ,]", points)]
    assert all(0 <= number <= 240 for number in numbers)
    assert "nan" not in chart.svg
    assert [row[1] for row in chart.rows] == [
        "–" if value is None else f"{value:.1f}" for *_name, value in axes
    ]
    assert len(re.findall("<circle", chart.svg)) == sum(1 for *_name, value in axes if value)


def test_an_axis_without_a_mark_is_called_by_its_name():
    axes = [
        ("", "Framing", 1.0),
        ("", "Evidence", 2.0),
        ("", "A name that is far too long for a picture", 3.0),
    ]
    chart = radar("Pitch", axes, best=4, head=["Criterion", "Score"])

    assert 'viewBox="-130 0 500 240"' in chart.svg
    assert re.findall(r'text-anchor="(\w+)"', chart.svg) == ["middle", "start", "end"]
    assert "A name that is far…" in chart.svg
    assert [row[0] for row in chart.rows] == [name for _mark, name, _value in axes]


@given(st.lists(st.lists(st.floats(0, 1), min_size=18, max_size=18), min_size=1, max_size=7))
def test_a_heat_map_covers_every_cell_once(days):
    chart = heat_map("Week", [("Mon", day) for day in days], [""] * 18, head=["Day"], table=[["Mon"]])

    widths = re.findall(r'<rect x="\d+" y="\d+" width="(\d+)"', chart.svg)
    assert sum((int(width) + 1) // 11 for width in widths) == 18 * len(days)


def test_shades_go_from_nothing_to_all():
    assert [shade(value) for value in (0, 0.25, 0.5, 0.9, 1)] == [0, 1, 2, 2, 3]


def test_nothing_typed_becomes_markup():
    chart = radar(HOSTILE, [(HOSTILE, HOSTILE, 1.0)] * 3, best=5, head=[HOSTILE])

    page = Template("{% chart drawn %}").render(Context({"drawn": chart}))

    assert "<script" not in page
    assert "Show as a table" in page


def test_a_radar_shows_then_and_now_with_both_in_its_table():
    axes = [("A", "Ask", 3.0), ("B", "Build", None), ("C", "Cut", 2.0)]
    chart = radar("Levels", axes, best=5, head=["Area", "Then", "Now"], then=[2.0, None, None])

    assert ['class="then"' in chart.svg, 'class="now"' in chart.svg] == [True, True]
    assert chart.rows == [["A Ask", "2.0", "3.0"], ["B Build", "–", "–"], ["C Cut", "–", "2.0"]]
