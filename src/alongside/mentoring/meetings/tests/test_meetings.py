"""Meetings: planned on times of the wall, moved, cancelled, told; calendars follow."""

from __future__ import annotations

import datetime as dt
import itertools
import zoneinfo

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from procrastinate.contrib.django import app

from alongside.activity.events.models import Event
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.meetings import actions, queries, timed, times
from alongside.mentoring.meetings.models import Meeting, Series
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.availability.actions import set_week

ZONES = [
    "Europe/London",
    "Asia/Kolkata",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Auckland",
]
AUTUMN = dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC)


def address(verb: str, thing) -> str:
    return reverse(f"meetings.{verb}", args=[thing.code])


@pytest.fixture
def meeting(cast, pair):
    return actions.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


def entry(letter) -> tuple[str, object]:
    calendar = Calendar.from_ical(letter.calendar)
    return str(calendar["METHOD"]), calendar.walk("VEVENT")[0]


def test_a_series_keeps_its_time_on_the_wall_over_both_changes(cast, pair):
    for start in (AUTUMN, dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)):
        with travel(start):
            pair.ends_on = start.date() + dt.timedelta(days=80)
            planned = actions.plan_series(
                pair, by=cast.ben, every_days=7, starts_on=start.date() + dt.timedelta(days=1),
                at=dt.time(17, 30), zone="Europe/London", minutes=45, until=start.date() + dt.timedelta(days=70),
            )  # fmt: skip
        walls = {one.starts_at.astimezone(zoneinfo.ZoneInfo("Europe/London")).time() for one in planned}
        offsets = {one.starts_at.time() for one in planned}

        assert (walls, offsets) == ({dt.time(17, 30)}, {dt.time(16, 30), dt.time(17, 30)})


@given(
    st.sampled_from(ZONES),
    st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_a_time_on_the_wall_is_kept_or_the_leap_is_said(zone, day, time):
    found = times.moment(day, time, zone)
    wall = found.at.astimezone(zoneinfo.ZoneInfo(zone))

    assert (wall.date(), wall.time()) == (day, time) or found.clock == "gap"
    assert found.clock != "gap" or wall.replace(tzinfo=None) > dt.datetime.combine(day, time)


def test_an_invitation_that_is_outdated_when_it_is_written_is_left_out(cast, tell_everyone, letters, meeting):
    tell_everyone()
    actions.move(meeting, now() + dt.timedelta(days=5), by=cast.ada)
    actions.move(meeting, now() + dt.timedelta(days=6), by=cast.ada)
    actions.cancel(meeting, by=cast.ada)
    tell_everyone()

    told = [entry(one) for one in letters(cast.ben) if one.calendar]
    assert [(method, int(event["SEQUENCE"])) for method, event in told] == [("REQUEST", 0), ("CANCEL", 3)]


def test_letters_say_when_on_both_walls(cast, pair, tell_everyone, letters):
    with travel(AUTUMN):
        actions.plan_one(pair, dt.datetime(2026, 10, 26, 17, 30, tzinfo=dt.UTC), by=cast.ben)
        tell_everyone()

    assert "Monday 26 October 2026, 18:30 (Europe/Stockholm)" in letters(cast.ada)[-1].text
    assert "Monday 26 October 2026, 17:30 (Europe/London)" in letters(cast.ada)[-1].text


def test_each_leap_of_the_clock_within_a_series_is_said(as_, cast, pair):
    with travel(dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)):
        said = {"start": "2027-03-07T01:30", "every_days": "7", "minutes": "45"}
        html = as_(cast.ben).post(address("plan", pair), said, follow=True).content.decode()

    assert "The clocks leap over that time on 28 March 2027" in html
    assert html.count("The clocks leap") == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2027-03-28T01:30", "The clocks leap over that time on 28 March 2027"),
        ("2027-10-31T01:30", "On 31 October 2027 that time comes twice"),
        ("2027-03-29T01:30", "Moved. Both calendars are told."),
    ],
)
def test_moving_into_a_leap_of_the_clock_is_said(as_, cast, pair, typed, told):
    with travel(dt.datetime(2027, 3, 20, 12, tzinfo=dt.UTC)):
        meeting = actions.plan_one(pair, now() + dt.timedelta(days=1), by=cast.ben)
        html = as_(cast.ben).post(address("move", meeting), {"start": typed}, follow=True).content.decode()

    assert told in html


def test_a_meeting_is_moved_to_a_free_time_by_one_press(as_, cast, meeting):
    later = (now() + dt.timedelta(days=4)).replace(microsecond=0)
    answer = as_(cast.ada).post(address("move", meeting), {"start": later.isoformat()})

    assert (answer.status_code, Meeting.objects.get().starts_at) == (302, later)


@pytest.mark.parametrize(
    "typed", ["", "soon", "0001-01-01T00:00", "9999-12-31T23:59", "2999-01-01T10:00", "\0"]
)
@pytest.mark.parametrize("every", ["0", "14"])
def test_no_time_whatever_breaks_a_form(as_, cast, pair, meeting, typed, every):
    for zone in ("Pacific/Kiritimati", "America/Adak"):
        cast.ben.timezone = zone
        cast.ben.save()
        said = {"start": typed, "every_days": every, "minutes": "45"}
        for verb, thing in (("plan", pair), ("move", meeting)):
            assert as_(cast.ben).post(address(verb, thing), said).status_code == 422


@pytest.mark.parametrize("count", [1, 4])
def test_a_page_costs_the_same_however_long(as_, cast, pair, meeting, count, django_assert_max_num_queries):
    for number in range(count):
        agenda.add(meeting, by=cast.ben, topic=f"Topic {number}", question="Which one?")
        advice.give(meeting, "Cut it", by=cast.ada)
        advice.assign(meeting, "Cut it", by=cast.ada, owner=cast.ben)
        actions.plan_one(pair, now() + dt.timedelta(days=9 + number), by=cast.ben)
    browser = as_(cast.ben)
    browser.get(address("index", pair))

    for verb, thing, most in (
        ("show", meeting, 11),
        ("index", pair, 5),
        ("plan", pair, 8),
        ("move", meeting, 8),
    ):
        with django_assert_max_num_queries(most):
            assert browser.get(address(verb, thing)).status_code == 200


def test_a_time_in_the_gap_is_an_hour_later_and_said(as_, cast, pair):
    assert times.moment(dt.date(2027, 3, 28), dt.time(2, 30), "Europe/Berlin").clock == "gap"
    assert times.moment(dt.date(2027, 10, 31), dt.time(2, 30), "Europe/Berlin").clock == "twice"
    with travel(dt.datetime(2027, 3, 20, 12, tzinfo=dt.UTC)):
        answer = as_(cast.ben).post(
            address("plan", pair),
            {"start": "2027-03-28T01:30", "every_days": "0", "minutes": "45"},
            follow=True,
        )

    assert "The clocks leap over that time" in answer.content.decode()
    assert Meeting.objects.get().starts_at == dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)


def test_a_far_meeting_goes_into_the_calendars_when_it_comes_near(cast, pair, tell_everyone, letters):
    actions.plan_one(pair, now() + dt.timedelta(days=60), by=cast.ben)
    tell_everyone()
    before = len(letters(cast.ada))
    for _twice in range(2):
        timed.invite_due(now() + dt.timedelta(days=40))
    tell_everyone()

    assert (before, [entry(one)[0] for one in letters(cast.ada) if one.calendar]) == (0, ["REQUEST"])


def test_moving_and_cancelling_follow_the_same_entry(as_, cast, tell_everyone, letters, meeting):
    tell_everyone()
    later = (now() + dt.timedelta(days=5)).astimezone(cast.ada.zone)
    as_(cast.ada).post(address("move", meeting), {"start": later.strftime("%Y-%m-%dT%H:%M")})
    tell_everyone()
    as_(cast.ben).post(address("cancel", meeting))
    tell_everyone()

    told = [entry(one) for one in letters(cast.ben) if one.calendar]
    assert [(method, event["SEQUENCE"], str(event["UID"])) for method, event in told] == [
        ("REQUEST", 0, meeting.uid),
        ("REQUEST", 1, meeting.uid),
        ("CANCEL", 2, meeting.uid),
    ]
    assert "ORGANIZER" in told[0][1]
    assert Meeting.objects.get().state == "cancelled"


@pytest.mark.parametrize("verb", ["show", "move", "cancel", "outcome"])
def test_a_meeting_is_hidden_from_everybody_else(as_, cast, meeting, verb):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        browser = as_(outsider)
        assert browser.get(address(verb, meeting)).status_code in {404, 405}
        assert browser.post(address(verb, meeting)).status_code in {404, 405}
    for outsider in (cast.eve, cast.cleo):
        for name in ("plan", "log", "index"):
            assert as_(outsider).post(address(name, meeting.mentorship)).status_code in {404, 405}


def test_the_rules_refuse_strangers_even_past_the_door(cast, meeting):
    for act in (
        lambda: actions.move(meeting, now() + dt.timedelta(days=9), by=cast.eve),
        lambda: actions.cancel(meeting, by=cast.eve),
        lambda: actions.tell_outcome(meeting, "held", by=cast.eve),
        lambda: actions.plan_one(meeting.mentorship, now(), by=cast.eve),
    ):
        with pytest.raises(Forbidden):
            act()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"start": ""}, "Enter the day and time of the first meeting"),
        ({"start": "soon"}, "Enter a day and a time"),
        ({"start": "2020-01-01T10:00"}, "That time has passed"),
        ({"start": "2999-01-01T10:00"}, "more than a year ahead"),
        ({"start": "2020-01-01T10:00", "every_days": "14"}, ""),
    ],
)
def test_a_time_that_makes_no_sense_gets_a_clear_answer(as_, cast, pair, said, told):
    answer = as_(cast.ben).post(
        address("plan", pair), {"every_days": "0", "minutes": "45", "link": "", **said}
    )

    assert told in answer.content.decode()
    assert answer.status_code == 422 or Meeting.objects.filter(starts_at__lt=now()).count() == 0


def test_what_became_of_it_is_told_without_blame(as_, cast, meeting):
    early = as_(cast.ben).post(address("outcome", meeting), {"state": "held"})
    with travel(meeting.starts_at + dt.timedelta(hours=1)):
        as_(cast.ben).post(address("outcome", meeting), {"state": "missed"})
        missed = Meeting.objects.get().state
        as_(cast.ada).post(address("outcome", meeting), {"state": "held"})
        nonsense = as_(cast.ada).post(address("outcome", meeting), {"state": "cancelled"})

    assert (early.status_code, missed, Meeting.objects.get().state, nonsense.status_code) == (
        422,
        "missed",
        "held",
        422,
    )
    assert set(Event.objects.values_list("verb", flat=True)) >= {"meeting.missed", "meeting.held"}


def test_a_meeting_elsewhere_is_kept_with_one_press(as_, cast, pair, tell_everyone, letters):
    as_(cast.ada).post(address("log", pair))
    tell_everyone()

    assert (Meeting.objects.get().state, [one for one in letters() if one.calendar]) == ("held", [])


def test_an_earlier_meeting_is_kept_with_its_time(as_, cast, pair):
    page = reverse("meetings.log", args=[pair.code])
    begun = now() - dt.timedelta(days=9)
    local = begun.astimezone(cast.ben.zone).strftime("%Y-%m-%dT%H:%M")

    assert "We met earlier" in as_(cast.ben).get(page).text
    answer = as_(cast.ben).post(page, {"start": local, "minutes": 30})

    kept = Meeting.objects.get()
    assert answer.url == address("show", kept)
    assert (kept.state, kept.minutes, kept.starts_at.date()) == ("held", 30, begun.date())
    assert Event.objects.filter(verb="meeting.held").count() == 1
    assert as_(cast.eve).get(page).status_code == 404


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Enter the day and time it began"),
        ("yesterday", "Enter a day and a time"),
        ("2099-01-01T10:00", "Plan the meeting instead"),
    ],
)
def test_an_earlier_time_that_is_none_is_answered_kindly(as_, cast, pair, typed, told):
    answer = as_(cast.ben).post(reverse("meetings.log", args=[pair.code]), {"start": typed, "minutes": 45})

    assert (answer.status_code, told in answer.text, typed in answer.text) == (422, True, True)


def test_what_lies_ahead_is_planned_and_not_logged(cast, pair):
    with pytest.raises(Refused, match="Plan the meeting instead"):
        actions.log(pair, now() + dt.timedelta(hours=1), by=cast.ben)


def test_the_end_of_a_mentorship_takes_everything_out_of_the_calendars(cast, tell_everyone, letters, meeting):
    tell_everyone()
    mentorships.end(meeting.mentorship, by=cast.ada)
    tell_everyone()

    assert Meeting.objects.get().state == "cancelled"
    assert [entry(one)[0] for one in letters(cast.ben) if one.calendar] == ["REQUEST", "CANCEL"]
    with pytest.raises(Refused):
        actions.plan_one(meeting.mentorship, now() + dt.timedelta(days=3), by=cast.ada)


def test_only_the_mentee_is_reminded_and_once_when_nobody_prepared(cast, meeting, tell_everyone, letters):
    tell_everyone()
    reminded = [timed.remind_due(meeting.starts_at - dt.timedelta(hours=hours)) for hours in range(48, 0, -3)]
    tell_everyone()

    subject = "Your next meeting is not prepared yet"
    assert sum(reminded) == 1
    assert [one.to for one in letters() if one.subject == subject] == [cast.ben.email]


def test_a_prepared_meeting_reminds_nobody(cast, meeting):
    agenda.add(meeting, by=cast.ben, topic="The release", question="Which of these would you cut first?")

    assert timed.remind_due(meeting.starts_at - dt.timedelta(hours=2)) == 0


def test_a_new_series_takes_the_place_of_the_older_one(cast, pair):
    for hour in (15, 9):
        actions.plan_series(
            pair, by=cast.ben, every_days=14, starts_on=(now() + dt.timedelta(days=1)).date(), at=dt.time(hour),
            zone="Europe/London", minutes=45, until=(now() + dt.timedelta(days=60)).date(),
        )  # fmt: skip

    states = set(Meeting.objects.values_list("series", "state"))
    first, second = Series.objects.order_by("pk")
    assert states == {(first.pk, "cancelled"), (second.pk, "planned")}


def test_free_times_are_shared_spread_and_ahead(cast, pair):
    for person in (cast.ada, cast.ben):
        every_day = [(day, dt.time(8), dt.time(20)) for day in range(7)]
        set_week(person, by=person, zone=person.timezone, windows=every_day)
    starts = [slot.start for slot in queries.slots(pair, 45)]

    assert len(starts) == queries.SHOWN_SLOTS
    assert min(starts) > now()
    assert min(later - earlier for earlier, later in itertools.pairwise(starts)) >= queries.APART
    walls = [start.astimezone(person.zone).hour for start in starts for person in (cast.ada, cast.ben)]
    assert (min(walls) >= 8, max(walls) < 20, len({start.date() for start in starts}) >= 4) == (
        True,
        True,
        True,
    )


def test_without_common_hours_the_page_says_so(as_, cast, pair):
    assert "no hour in common" in as_(cast.ben).get(address("plan", pair)).content.decode()


def test_two_meetings_at_once_are_refused_and_one_after_the_other_are_not(as_, cast, pair, meeting):
    browser, start = as_(cast.ada), meeting.starts_at.astimezone(cast.ada.zone)
    answers = [
        browser.post(
            address("plan", pair),
            {"start": (start + dt.timedelta(minutes=late)).isoformat(), "every_days": "0", "minutes": "45"},
        )
        for late in (0, 30, -30, 45, -45)
    ]
    move_a_little = browser.post(
        address("move", meeting), {"start": (meeting.ends_at + dt.timedelta(minutes=1)).isoformat()}
    )

    assert [one.status_code for one in answers] == [422, 422, 422, 302, 302]
    assert "already" in answers[0].content.decode()
    assert move_a_little.status_code == 422


def test_a_meeting_is_moved_a_little(cast, meeting):
    actions.move(meeting, meeting.starts_at + dt.timedelta(minutes=15), by=cast.ben)

    assert Meeting.objects.get().sequence == 1


def test_the_plan_begins_with_what_was_agreed(as_, cast, pair):
    assert queries.rhythm(pair) == queries.Rhythm(14, 45)
    agreements.draft(pair, by=cast.ada, cadence=28)
    form = as_(cast.ben).get(address("plan", pair)).context["form"]

    assert queries.rhythm(pair) == queries.Rhythm(28, 45)
    assert (form["every_days"].value(), form["minutes"].value()) == (28, 45)


def test_time_is_kept_by_a_job_every_five_minutes():
    names = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}

    assert names["meetings.keep_time"] == "*/5 * * * *"


def test_a_cancelled_meeting_is_neither_moved_nor_cancelled_again(cast, meeting):
    actions.cancel(meeting, by=cast.ben)

    for act in (
        lambda: actions.cancel(meeting, by=cast.ada),
        lambda: actions.move(meeting, now() + dt.timedelta(days=4), by=cast.ada),
    ):
        with pytest.raises(Refused, match="not planned any more"):
            act()
