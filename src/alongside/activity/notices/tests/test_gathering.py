"""The daily and the weekly mail, and quiet hours: on the reader's clock, over daylight saving, each thing once."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from alongside.activity.notices import actions
from alongside.activity.notices.digests import LINES, send_digests, send_due
from alongside.activity.notices.kinds import Way
from alongside.activity.notices.models import Notice
from alongside.activity.notices.queries import preference_of
from alongside.activity.notices.quiet import end_of_quiet, last_mail
from alongside.activity.notices.telling import tell
from alongside.kit.clock import travel

HOUR = dt.timedelta(hours=1)
BERLIN, KOLKATA = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")


def utc(*parts):
    return dt.datetime(*parts, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("zone", "at", "begins", "ends", "over"),
    [
        (BERLIN, utc(2026, 12, 1, 12), (21, 0), (7, 0), None),
        (BERLIN, utc(2026, 12, 1, 21), (21, 0), (7, 0), utc(2026, 12, 2, 6)),
        (BERLIN, utc(2026, 12, 1, 5, 59), (21, 0), (7, 0), utc(2026, 12, 1, 6)),
        (BERLIN, utc(2026, 12, 1, 6), (21, 0), (7, 0), None),
        (BERLIN, utc(2026, 12, 1, 12), (12, 0), (14, 0), utc(2026, 12, 1, 13)),
        (KOLKATA, utc(2026, 12, 1, 17), (21, 0), (7, 0), utc(2026, 12, 2, 1, 30)),
        (BERLIN, utc(2027, 3, 27, 23), (22, 0), (7, 0), utc(2027, 3, 28, 5)),  # the night is an hour shorter
        (BERLIN, utc(2027, 3, 27, 23), (22, 0), (2, 30), utc(2027, 3, 28, 1, 30)),  # an end that never comes
        (BERLIN, utc(2027, 10, 30, 22), (22, 0), (7, 0), utc(2027, 10, 31, 6)),  # and an hour longer
        (
            BERLIN,
            utc(2027, 10, 31, 0, 10),
            (22, 0),
            (2, 30),
            utc(2027, 10, 31, 0, 30),
        ),  # one that comes twice
        (BERLIN, utc(2027, 10, 31, 1, 10), (22, 0), (2, 30), utc(2027, 10, 31, 1, 30)),
        (BERLIN, utc(2026, 12, 1, 12), (7, 0), (7, 0), None),
    ],
)
def test_quiet_hours_end_on_the_readers_clock(zone, at, begins, ends, over):
    assert end_of_quiet(at, zone, dt.time(*begins), dt.time(*ends)) == over


@pytest.mark.parametrize(
    ("rhythm", "at", "due"),
    [
        ("daily", utc(2026, 12, 2, 6, 59), utc(2026, 12, 1, 7)),
        ("daily", utc(2026, 12, 2, 7), utc(2026, 12, 2, 7)),
        ("daily", utc(2027, 3, 28, 6), utc(2027, 3, 28, 6)),  # summer time has begun in the night
        ("weekly", utc(2026, 12, 2, 7), utc(2026, 11, 30, 7)),
        ("weekly", utc(2026, 11, 30, 6, 59), utc(2026, 11, 23, 7)),
    ],
)
def test_mails_are_due_in_the_morning(rhythm, at, due):
    assert last_mail(rhythm, at, BERLIN) == due


@pytest.fixture
def told(cast):
    """Dev, in Kolkata, is told of goals daily and of agreements weekly, on a Tuesday at noon UTC."""
    actions.choose(preference_of(cast.dev), by=cast.dev, ways={"agreements": Way.WEEKLY})
    with travel(utc(2026, 12, 1, 12)):
        tell(cast.dev, kind="goal.set", text="Ben wrote a goal", url="/mentoring/goals/x/")
        tell(cast.dev, kind="goal.agreed", text="Read before it came")
        tell(cast.dev, kind="agreement.edited", text="A new version")
    Notice.objects.filter(text__startswith="Read").update(read_at=utc(2026, 12, 1, 13))


def test_each_thing_comes_once_in_the_morning_of_its_reader(told, cast, letters):
    at, came = utc(2026, 12, 1, 12), []
    while at < utc(2026, 12, 15, 12):  # the night of two weeks, hour by hour, and every hour by two workers
        if send_due(at=at):
            came.append(at)
        assert send_due(at=at) == 0
        at += HOUR / 2

    daily, weekly = letters(to=cast.dev)
    assert came == [utc(2026, 12, 2, 2, 30), utc(2026, 12, 7, 2, 30)]
    assert ("Ben wrote a goal" in daily.text, "Read before" in daily.text) == (True, False)
    assert (daily.subject, "A new version" in weekly.html) == ("1 new thing for you", True)
    assert "/mentoring/goals/x/" in daily.html
    assert (
        ".daily." in daily.headers["List-Unsubscribe"],
        ".weekly." in weekly.headers["List-Unsubscribe"],
    ) == (
        True,
        True,
    )


def test_after_a_day_without_a_worker_one_mail_comes_and_not_two(told, cast, letters):
    with travel(utc(2026, 12, 2, 12)):
        tell(cast.dev, kind="goal.set", text="Ben wrote another")
    came = [send_due(at=utc(2026, 12, 3, *clock)) for clock in ((1, 0), (2, 15), (2, 30), (2, 45))]

    assert came == [0, 0, 1, 0]
    assert ["Ben wrote a goal" in one.text and "Ben wrote another" in one.text for one in letters()] == [True]


def test_a_long_day_is_cut_short(cast, letters):
    with travel(utc(2026, 12, 1, 12)):
        for number in range(LINES + 2):
            tell(cast.ben, kind="goal.set", text=f"News {number}")
    with travel(utc(2026, 12, 2, 12)):
        send_digests(0)

    assert (letters()[0].text.count("News "), "and 2 more" in letters()[0].text) == (LINES, True)


def test_who_has_left_or_read_everything_gets_no_mail(told, cast, letters):
    Notice.objects.update(read_at=utc(2026, 12, 1, 13))
    tell(cast.ben, kind="goal.set", text="News")
    cast.ben.is_active = False
    cast.ben.save()

    assert (send_due(at=utc(2027, 12, 1, 12)), letters(), Notice.objects.exclude(waits_for="").count()) == (
        0,
        [],
        0,
    )
