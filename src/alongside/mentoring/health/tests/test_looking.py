"""Looking at a mentorship: five parts of which some are unknown, and plain alerts to the pair."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.health import timed
from alongside.mentoring.health.models import Alert
from alongside.mentoring.health.parts import WEIGHTS, Part, share, tone, total
from alongside.mentoring.health.queries import parts, signs
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting, Series
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.pulse import actions as pulses
from alongside.mentoring.pulse.models import Pulse

DAY = dt.timedelta(days=1)


@pytest.fixture
def agreed_interval(pair):
    """They meet every two weeks."""
    begun = pair.created_at
    return Series.objects.create(
        mentorship=pair, every_days=14, zone="Europe/London", starts_on=begun.date(), at=dt.time(17),
        until=begun.date() + 180 * DAY,
    )  # fmt: skip


def hold(pair, days: int, by) -> Meeting:
    """A meeting that took place so many days after they began."""
    with travel(pair.created_at + days * DAY + dt.timedelta(hours=2)):
        return meetings.log(pair, now() - dt.timedelta(hours=1), by=by)


def take_pulse(pair, number: int, cast, bens: list[int], adas: list[int]) -> None:
    pulse = Pulse.objects.create(mentorship=pair, number=number, closes_at=now() + 14 * DAY)
    pulses.answer(pulse, by=cast.ben, numbers=bens, word="")
    pulses.answer(pulse, by=cast.ada, numbers=adas, word="")


def values(pair, at) -> dict[str, int | None]:
    return {part.key: part.percent for part in parts(pair, at)}


def test_nothing_is_known_on_the_first_day(as_, cast, pair):
    assert values(pair, now()) == dict.fromkeys(WEIGHTS)

    page = as_(cast.ben).get(reverse("health.show", args=[pair.code])).content.decode()
    assert ["Nothing is known yet" in page, page.count("Unknown</span>")] == [True, 5]


def test_every_part_is_counted(as_, cast, pair, goal, agreed_interval):
    first, _second = hold(pair, 10, cast.ben), hold(pair, 24, cast.ben)
    goals.agree(goal, by=cast.ada)
    goals.progress(goal, by=cast.ben, text="Two interviews", level=-1)
    for done in (True, False):
        action = advice.assign(first, "Call them", by=cast.ben, owner=cast.ben, due_on=now().date())
        if done:
            advice.finish(action, by=cast.ben)
    take_pulse(pair, 1, cast, [5] * 6, [3] * 6)
    learning.note(pair, "Silent critique", by=cast.ada)
    at = pair.created_at + 45 * DAY

    assert values(pair, at) == {"cadence": 67, "pulse": 80, "follow_through": 50, "goals": 25, "two_way": 50}
    assert total(parts(pair, at)) == 59
    page = as_(cast.ada).get(reverse("health.show", args=[pair.code])).content.decode()
    assert "1 of 2 actions done by their date" in page


def test_the_days_of_a_pause_are_not_counted(cast, pair, agreed_interval):
    with travel(pair.created_at + 5 * DAY):
        mentorships.pause(pair, by=cast.ben)
    at = pair.created_at + 33 * DAY
    assert values(pair, at)["cadence"] is None
    with travel(at):
        mentorships.resume(pair, by=cast.ben)
    hold(pair, 40, cast.ben)

    assert values(pair, pair.created_at + 60 * DAY)["cadence"] == 50


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=5, max_size=5))
def test_the_whole_lies_between_the_least_and_the_most(known):
    made = [Part(key, value) for key, value in zip(WEIGHTS, known, strict=True)]
    there = [value for value in known if value is not None]

    whole = total(made)
    assert whole is None if not there else round(100 * min(there)) <= whole <= round(100 * max(there))


@pytest.mark.parametrize(
    ("value", "said"), [(None, ""), (70, "good"), (69, "warn"), (50, "warn"), (49, "bad"), (0, "bad")]
)
def test_the_whole_is_read_in_three_bands(value, said):
    assert tone(value) == said
    assert (share("goals", 3, 0).value, share("goals", 3, 2).value) == (None, 1.0)


def test_two_weeks_without_a_first_meeting_are_a_sign(pair):
    begun = pair.created_at
    assert [signs(pair, begun + days * DAY) for days in (13, 14)] == [set(), {"no_first_meeting"}]


def test_a_gap_of_twice_the_interval_is_a_sign(cast, pair, agreed_interval):
    hold(pair, 3, cast.ben)

    found = [signs(pair, pair.created_at + days * DAY) for days in (31, 33)]
    assert found == [set(), {"gap"}]


@pytest.mark.parametrize(
    ("pauses", "held", "quiet", "sign"),
    [([(5, 25)], None, 33, (34, "no_first_meeting")), ([(1, 2), (10, 40)], 3, 61, (62, "gap"))],
)
def test_who_comes_back_from_a_pause_is_not_asked_for_its_days(
    cast, pair, agreed_interval, pauses, held, quiet, sign
):
    if held:
        hold(pair, held, cast.ben)
    for day, verb in sorted(
        (day, verb) for two in pauses for day, verb in zip(two, ("pause", "resume"), strict=True)
    ):
        with travel(pair.created_at + day * DAY):
            getattr(mentorships, verb)(pair, by=cast.ben)

    assert [signs(pair, pair.created_at + day * DAY) for day in (quiet, sign[0])] == [set(), {sign[1]}]


def test_two_late_cancellations_running_are_a_sign(cast, pair):
    planned = [meetings.plan_one(pair, now() + days * DAY, by=cast.ben) for days in (3, 5)]
    for meeting in planned:
        with travel(meeting.starts_at - dt.timedelta(hours=3)):
            meetings.cancel(meeting, by=cast.ben)

    assert signs(pair, now() + 6 * DAY) == {"cancelled"}


def test_cancelling_in_good_time_is_none(cast, pair):
    for days in (3, 5):
        meetings.cancel(meetings.plan_one(pair, now() + days * DAY, by=cast.ben), by=cast.ben)

    assert signs(pair, now() + 6 * DAY) == set()


@pytest.mark.parametrize(("second", "stands"), [([5] * 6, False), ([3] * 6, True), ([5] * 5 + [1], True)])
def test_a_falling_pulse_or_a_lowest_answer_is_a_sign(cast, pair, second, stands):
    take_pulse(pair, 1, cast, [5] * 6, [5] * 6)
    take_pulse(pair, 2, cast, second, second)

    assert ("pulse" in signs(pair, now())) == stands


def test_three_meetings_without_an_agenda_are_a_sign(cast, pair):
    for day in (1, 2, 3):
        hold(pair, day, cast.ben)
    assert signs(pair, now() + 9 * DAY) == {"unprepared"}

    coming = meetings.plan_one(pair, now() + 5 * DAY, by=cast.ben)
    agenda.add(coming, by=cast.ben, topic="The release", question="Which first?")
    with travel(now() + 6 * DAY):
        meetings.tell_outcome(coming, "held", by=cast.ben)
    assert signs(pair, now() + 9 * DAY) == set()


def test_more_than_five_open_pieces_of_advice_are_a_sign(cast, pair):
    meeting = hold(pair, 1, cast.ben)
    given_ = [advice.give(meeting, f"Advice {number}", by=cast.ben) for number in range(6)]
    assert signs(pair, now() + 2 * DAY) == {"advice"}

    advice.decide(given_[0], "not_do", "Too late", by=cast.ben)
    assert signs(pair, now() + 2 * DAY) == set()


def test_an_alert_is_told_to_both_once_and_goes_with_its_reason(cast, pair, tell_everyone):
    at = pair.created_at + 15 * DAY
    raised = [timed.look_at_all(at), timed.look_at_all(at + DAY)]
    tell_everyone()
    hold(pair, 16, cast.ben)
    timed.look_at_all(at + 3 * DAY)

    assert raised == [1, 0]
    assert sorted(Notice.objects.filter(kind="alert.raised").values_list("person__name", flat=True)) == [
        "Ada Lindqvist",
        "Ben Okafor",
    ]
    assert [(one.kind, one.over_at is None) for one in Alert.objects.visible_to(cast.ben)] == [
        ("no_first_meeting", False)
    ]


def test_a_paused_mentorship_is_left_alone(cast, pair):
    mentorships.pause(pair, by=cast.ben)
    assert timed.look_at_all(now() + 20 * DAY) == 0


def test_it_is_hidden_from_everybody_else(as_, cast, pair):
    url = reverse("health.show", args=[pair.code])
    assert [as_(one).get(url).status_code for one in (cast.eve, cast.cleo, cast.dev)] == [404, 404, 404]
    assert not Alert.objects.visible_to(cast.cleo).exists()
