"""A trend stays in its picture and says its numbers."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from alongside.kit.charts.trend import HEIGHT, WIDTH, signed, trend


@given(st.lists(st.tuples(st.dates(), st.integers(-2, 2)), max_size=20).map(sorted))
def test_every_point_is_in_the_picture_and_in_the_table(told):
    chart = trend("Levels", told, low=-2, high=2, head=["Day", "Level"])

    points = re.findall(r'cx="([^"]+)" cy="([^"]+)"', chart.svg)
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)
    assert len(points) == len(told)
    assert [row[1] for row in chart.rows] == [signed(level) for _day, level in told]
    assert "nan" not in chart.svg
