"""A series in calendars: one invitation, exceptions, single changes by RECURRENCE-ID, one letter at the end."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import pytest
from dateutil.rrule import rrulestr
from django.urls import reverse
from icalendar import Calendar

from alongside.activity.events.models import Event
from alongside.kit.clock import travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.meetings import actions, ics
from alongside.mentoring.meetings.models import Meeting, Series
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.busy.actions import take_off

LONDON = zoneinfo.ZoneInfo("Europe/London")
OCTOBER = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)


@pytest.fixture
def october():
    with travel(OCTOBER):
        yield


def plan(pair, by, **said):
    usual = {
        "every_days": 14, "starts_on": dt.date(2026, 10, 7), "at": dt.time(17, 30), "zone": "Europe/London",
        "minutes": 45, "until": dt.date(2027, 1, 20), "link": "https://calls.example.org/a",
    }  # fmt: skip
    return actions.plan_series(pair, by=by, **usual | said)


def calendars(written) -> list[tuple[str, list]]:
    found = [Calendar.from_ical(one.calendar) for one in written if one.calendar]
    return [(str(one["METHOD"]), one.walk("VEVENT")) for one in found]


def starts(event) -> list[dt.datetime]:
    """What a calendar program makes of the rule."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event.decoded("dtstart"))
    left_out = event.get("EXDATE")
    gone = {one.dt for one in left_out.dts} if left_out else set()
    return [one.astimezone(dt.UTC) for one in rule if one not in gone]


def test_a_series_is_one_invitation_that_a_calendar_unfolds_to_the_same_moments(
    cast, pair, october, tell_everyone, letters
):
    take_off(by=cast.ada, starts_on=dt.date(2026, 12, 24), ends_on=dt.date(2027, 1, 3))
    planned = plan(pair, cast.ben)
    tell_everyone()
    [(method, [event])] = calendars(letters(cast.ada))

    assert (method, str(event["UID"]), int(event["SEQUENCE"])) == ("REQUEST", Series.objects.get().uid, 0)
    assert starts(event) == [one.starts_at for one in planned]
    assert dt.date(2026, 12, 30) not in {one.starts_at.date() for one in planned}
    assert {one.starts_at.astimezone(LONDON).time() for one in planned} == {dt.time(17, 30)}
    assert "Say whether you come" in letters(cast.ada)[0].text
    status = {str(one): str(one.params["PARTSTAT"]) for one in event["ATTENDEE"]}
    assert status == {f"mailto:{cast.ben.email}": "ACCEPTED", f"mailto:{cast.ada.email}": "NEEDS-ACTION"}


@pytest.mark.parametrize(("every", "rule"), [(7, "WEEKLY;UNTIL=20270120T173000Z"), (10, "DAILY")])
def test_the_rule_is_said_in_weeks_where_it_can_be(cast, pair, october, every, rule):
    plan(pair, cast.ben, every_days=every)
    series, meetings = Series.objects.get(), list(Meeting.objects.with_people().order_by("starts_at"))
    event = Calendar.from_ical(ics.invitation_to_series(series, meetings, cast.ada)).walk("VEVENT")[0]

    assert f"FREQ={rule}" in event["RRULE"].to_ical().decode()
    assert starts(event) == [one.starts_at for one in meetings]


def test_the_page_says_which_days_are_left_out(as_, cast, pair, october):
    take_off(by=cast.ada, starts_on=dt.date(2026, 10, 21))
    said = {"start": "2026-10-07T17:30", "every_days": "14", "minutes": "45"}
    html = as_(cast.ben).post(reverse("meetings.plan", args=[pair.code]), said, follow=True).text

    assert "Left out, because somebody is away: 21 October 2026." in html


def test_a_series_of_days_off_is_refused(cast, pair, october):
    take_off(by=cast.ada, starts_on=dt.date(2026, 10, 6), ends_on=dt.date(2027, 2, 1))

    with pytest.raises(Refused, match="away on each"):
        plan(pair, cast.ben)


def test_one_of_a_series_is_moved_and_another_cancelled_by_the_time_that_they_had(
    cast, pair, october, tell_everyone, letters
):
    planned = plan(pair, cast.ben)
    second, third = Meeting.objects.with_people().order_by("starts_at")[1:3]
    tell_everyone()
    for days in (1, 2):
        actions.move(second, planned[1].starts_at + dt.timedelta(days=days), by=cast.ada)
        tell_everyone()
    actions.cancel(third, by=cast.ada)
    tell_everyone()
    told = [(method, event) for method, [event] in calendars(letters(cast.ben))[1:]]

    assert [
        (method, int(event["SEQUENCE"]), event.decoded("recurrence-id").astimezone(dt.UTC)) for method, event in told
    ] == [
        ("REQUEST", 1, planned[1].starts_at), ("REQUEST", 2, planned[1].starts_at), ("CANCEL", 1, planned[2].starts_at),
    ]  # fmt: skip
    assert {str(event["UID"]) for _method, event in told} == {Series.objects.get().uid}
    assert told[1][1].decoded("dtstart") == planned[1].starts_at + dt.timedelta(days=2)


def test_the_end_takes_a_series_out_with_one_letter(cast, pair, october, tell_everyone, letters):
    plan(pair, cast.ben)
    tell_everyone()
    with travel(dt.datetime(2026, 11, 10, tzinfo=dt.UTC)):
        first = Meeting.objects.order_by("starts_at").first()
        actions.tell_outcome(first, "held", by=cast.ben)
        mentorships.end(pair, by=cast.ada)
        tell_everyone()
        tell_everyone()
    (_request, _all), (method, gone) = calendars(letters(cast.ben))

    coming = Meeting.objects.filter(state="cancelled").order_by("starts_at")
    assert (method, len(gone)) == ("CANCEL", coming.count())
    assert [one.decoded("recurrence-id").astimezone(dt.UTC) for one in gone] == [
        one.original_at for one in coming
    ]
    assert {int(one["SEQUENCE"]) for one in gone} == {1}
    assert (
        Meeting.objects.filter(
            state="planned", starts_at__gt=dt.datetime(2026, 11, 10, tzinfo=dt.UTC)
        ).count()
        == 0
    )


def test_a_series_that_another_replaces_before_it_began_is_cancelled_whole(
    cast, pair, october, tell_everyone, letters
):
    plan(pair, cast.ben)
    tell_everyone()
    plan(pair, cast.ada, at=dt.time(9))
    tell_everyone()
    told = calendars(letters(cast.ben))
    cancelled = next(events for method, events in told if method == "CANCEL")

    older = Series.objects.order_by("pk").first()
    assert sorted(method for method, _events in told) == ["CANCEL", "REQUEST", "REQUEST"]
    assert [(str(one["UID"]), "RECURRENCE-ID" in one, str(one["STATUS"])) for one in cancelled] == [
        (older.uid, False, "CANCELLED")
    ]


@pytest.mark.parametrize("by", ["its end", "another series"])
def test_what_was_planned_before_series_had_invitations_is_cancelled_one_by_one(
    cast, pair, october, tell_everyone, letters, by
):
    plan(pair, cast.ben)
    Meeting.objects.update(original_at=None)
    tell_everyone()
    if by == "its end":
        mentorships.end(pair, by=cast.ada)
    else:
        plan(pair, cast.ada, at=dt.time(9))
    tell_everyone()

    count = Meeting.objects.filter(state="cancelled").count()
    told = [method for method, _events in calendars(letters(cast.ben))]
    assert (count, told.count("CANCEL")) == (8, 8)


def test_a_meeting_whose_series_is_gone_stands_alone(cast, pair, october):
    plan(pair, cast.ben)
    Series.objects.all().delete()
    meeting = Meeting.objects.with_people().first()
    event = Calendar.from_ical(ics.invitation(meeting, cast.ada, ics.REQUEST)).walk("VEVENT")[0]

    assert (str(event["UID"]), "RECURRENCE-ID" in event) == (meeting.uid, False)


def test_a_stranger_cancels_no_series(cast, pair, october):
    plan(pair, cast.ben)
    with pytest.raises(Forbidden):
        actions.cancel_series(Series.objects.select_related("mentorship").get(), OCTOBER, by=cast.eve)
    actions.cancel_series(Series.objects.get(), dt.datetime(2028, 1, 1, tzinfo=dt.UTC), by=cast.ben)

    assert not Event.objects.filter(verb="series.cancelled").exists()


@pytest.mark.parametrize(
    ("typed", "link"), [("", "https://meet.example.org/"), ("https://a.example/b", "https://a.example/b")]
)
def test_where_the_instance_has_rooms_a_meeting_gets_one(as_, cast, pair, october, settings, typed, link):
    settings.CALLS_URL = "https://meet.example.org"
    said = {"start": "2026-10-07T17:30", "every_days": "0", "minutes": "45", "room": "on", "link": typed}
    html = as_(cast.ben).get(reverse("meetings.plan", args=[pair.code])).text
    as_(cast.ben).post(reverse("meetings.plan", args=[pair.code]), said)
    made = Meeting.objects.get()

    assert "Make a room for it on meet.example.org" in html
    assert (made.link.startswith(link), len(made.link)) == (True, len(link) + (0 if typed else 16))
