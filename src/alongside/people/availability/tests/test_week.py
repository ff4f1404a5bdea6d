"""Free time over clock changes, checked against a clock on the wall, minute by minute."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.people.availability import heat, week

ZONES = [
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
]
WEEKS = [dt.date(2027, 3, 14), dt.date(2027, 3, 28), dt.date(2027, 4, 4), dt.date(2027, 6, 9), dt.date(2027, 9, 26),
         dt.date(2027, 10, 31), dt.date(2027, 11, 7), dt.date(2028, 2, 29)]  # fmt: skip
FIVE = dt.timedelta(minutes=5)


class Window(NamedTuple):
    weekday: int
    starts: dt.time
    ends: dt.time


def time(five_minutes: int) -> dt.time:
    return dt.time(five_minutes // 12 % 24, five_minutes % 12 * 5)


@st.composite
def windows(draw):
    start = draw(st.integers(0, 287))
    return Window(draw(st.integers(0, 6)), time(start), time(draw(st.integers(start + 1, 288))))


def is_open(listed, zone, moment):
    there = moment.astimezone(zone)
    clock, midnight = there.time(), dt.time()
    return any(
        one.weekday == there.weekday() and one.starts <= clock and (one.ends == midnight or clock < one.ends)
        for one in listed
    )


def monday_of(date):
    return dt.datetime.combine(date - dt.timedelta(days=date.weekday()), dt.time(), dt.UTC)


@settings(deadline=None, max_examples=80)
@given(st.lists(windows(), max_size=8), st.sampled_from(ZONES), st.sampled_from(WEEKS))
def test_a_mask_says_what_the_clock_on_the_wall_says(listed, name, date):
    zone, monday = zoneinfo.ZoneInfo(name), monday_of(date)

    mask = week.mask(listed, zone, date)

    for bit in range(week.HALF_HOURS):
        start = monday + bit * week.HALF_HOUR
        assert bool(mask >> bit & 1) == all(is_open(listed, zone, start + part * FIVE) for part in range(6))
    assert mask >> week.HALF_HOURS == 0


@settings(deadline=None, max_examples=80)
@given(st.lists(st.lists(windows(), max_size=5), min_size=1, max_size=3), st.lists(st.sampled_from(ZONES), min_size=3),
       st.sampled_from(WEEKS))  # fmt: skip
def test_shared_time_is_when_everybody_is_free(weeks, names, date):
    zones, monday = [zoneinfo.ZoneInfo(name) for name in names], monday_of(date)
    people = list(zip(weeks, zones, strict=False))
    end = monday + 7 * week.DAY

    spans = week.shared([week.free(listed, zone, monday, end) for listed, zone in people])

    assert all(one.start < one.end <= other.start for one, other in pairwise(spans))
    for number in range(0, 7 * 24 * 12, 7):
        moment = monday + number * FIVE
        inside = any(span.start <= moment < span.end for span in spans)
        assert inside == all(is_open(listed, zone, moment) for listed, zone in people)


NINE_TO_TEN = [Window(0, dt.time(9), dt.time(10))]


@pytest.mark.parametrize(
    ("zone", "date", "starts"),
    [
        ("Europe/London", dt.date(2027, 3, 22), "09:00"),
        ("Europe/London", dt.date(2027, 3, 29), "08:00"),
        ("Europe/London", dt.date(2027, 10, 25), "08:00"),
        ("Europe/London", dt.date(2027, 11, 1), "09:00"),
        ("Asia/Kolkata", dt.date(2027, 3, 29), "03:30"),
        ("Asia/Kathmandu", dt.date(2027, 3, 29), "03:15"),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_on_the_wall(zone, date, starts):
    monday = monday_of(date)

    spans = week.free(NINE_TO_TEN, zoneinfo.ZoneInfo(zone), monday, monday + 7 * week.DAY)

    assert [(span.start.strftime("%a %H:%M"), span.end - span.start) for span in spans] == [
        (f"Mon {starts}", dt.timedelta(hours=1))
    ]


def test_a_quarter_hour_zone_has_only_its_whole_half_hours_in_the_mask():
    mask = week.mask(NINE_TO_TEN, zoneinfo.ZoneInfo("Asia/Kathmandu"), dt.date(2027, 3, 29))

    assert mask == 1 << 7  # 03:15 to 04:15 holds one whole half-hour, 03:30 to 04:00


def test_the_hour_that_does_not_exist_is_not_free_and_the_one_that_comes_twice_is_free_twice():
    night = [Window(6, dt.time(1, 30), dt.time(2, 30))]
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")

    def minutes(date):
        monday = monday_of(date)
        spans = week.free(night, berlin, monday, monday + 8 * week.DAY)
        return [
            (span.end - span.start).seconds // 60
            for span in spans
            if span.start.astimezone(berlin).date() == date
        ]

    assert minutes(dt.date(2027, 3, 21)) == [60]
    assert minutes(dt.date(2027, 3, 28)) == [30]
    assert minutes(dt.date(2027, 10, 31)) == [60, 30]


def test_nobody_shares_time_with_nobody():
    assert week.shared([]) == []
    assert week.mask([], dt.UTC, dt.date(2027, 1, 1)) == 0


def test_the_heat_of_a_week_is_a_share_of_each_hour():
    days = heat.heat([Window(1, dt.time(9, 30), dt.time(11)), Window(6, dt.time(23, 45), dt.time())])

    assert days[1][8:12] == [0, 0.5, 1, 0]
    assert days[6][23] == 0.25
    assert (
        heat.hours_a_week([Window(1, dt.time(9, 30), dt.time(11)), Window(6, dt.time(23), dt.time())]) == 2.5
    )
