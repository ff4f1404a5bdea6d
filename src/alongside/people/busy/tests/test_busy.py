"""Being away or busy: said by the person alone, offered to nobody, kept when a calendar fails."""

from __future__ import annotations

import datetime as dt
import http.server
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.events.models import Event
from alongside.kit.clock import now, today_in, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.people.availability.actions import set_week
from alongside.people.availability.queries import free_slots
from alongside.people.availability.week import Span
from alongside.people.busy import actions, queries, timed
from alongside.people.busy.models import BusyCalendar, DayOff
from alongside.people.busy.timed import EVERY

MONDAY = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
ENTRY = b"BEGIN:VEVENT\r\nSUMMARY:Board, secret\r\nDTSTART:20261124T090000Z\r\nDTEND:20261124T110000Z\r\nEND:VEVENT\r\n"
CALENDAR = b"BEGIN:VCALENDAR\r\n" + ENTRY + b"END:VCALENDAR\r\n"
SECRET = "https://calendar.example.org/private-0123456789/basic.ics"


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A calendar on another server; ``body`` is what stands there, or nothing if it is down."""

    body: bytes | None = CALENDAR

    def do_GET(self):
        self.send_response(200 if self.body is not None else 503)
        self.end_headers()
        self.wfile.write(self.body or b"")

    def log_message(self, *words):
        pass


@pytest.fixture
def elsewhere(settings):
    settings.OUTBOUND_HOSTS = ["127.0.0.1"]
    Elsewhere.body = CALENDAR
    with http.server.HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/secret-path.ics"
        server.shutdown()


@pytest.fixture
def monday():
    with travel(MONDAY):
        yield


def page(name: str, *things) -> str:
    return reverse(f"busy.{name}", args=[one.code for one in things])


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_days_off_are_taken_and_given_back(as_, cast, monday):
    browser = as_(cast.ben)
    browser.post(page("take_off"), {"starts_on": "2026-12-24", "ends_on": "2027-01-03"})
    day = DayOff.objects.get()
    html = browser.get(page("index")).text
    browser.post(page("give_back", day))

    assert (day.person, day.ends_on, "24 Dec" in html) == (cast.ben, dt.date(2027, 1, 3), True)
    assert (DayOff.objects.count(), verbs()) == (0, ["days_off.taken", "days_off.given_back"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"starts_on": ""}, "Enter the first day"),
        ({"starts_on": "soon"}, "Enter a day, such as"),
        ({"starts_on": "2026-12-24", "ends_on": "2026-12-01"}, "must not be before"),
        ({"starts_on": "2026-11-20"}, "lies behind you"),
        ({"starts_on": "2026-12-24", "ends_on": "2029-12-01"}, "longer than a year"),
    ],
)
def test_days_that_make_no_sense_are_answered_kindly(as_, cast, monday, said, told):
    answer = as_(cast.ben).post(page("take_off"), said)

    assert (answer.status_code, told in answer.text, said["starts_on"] in answer.text) == (422, True, True)


def test_there_is_an_end_to_days_off_and_to_calendars(cast, monday):
    for number in range(actions.MOST_DAYS_OFF):
        actions.take_off(by=cast.ben, starts_on=today_in(cast.ben.zone) + dt.timedelta(days=number))
    for _number in range(actions.MOST_CALENDARS):
        actions.follow(SECRET, by=cast.ben)

    with pytest.raises(Refused, match="60 entries"):
        actions.take_off(by=cast.ben, starts_on=today_in(cast.ben.zone))
    with pytest.raises(Refused, match="Five calendars"):
        actions.follow(SECRET, by=cast.ben)


def test_what_is_ones_own_is_hidden_from_others_and_refused_past_the_door(as_, cast, monday):
    day = actions.take_off(by=cast.ben, starts_on=dt.date(2026, 12, 24))
    followed = actions.follow(SECRET, by=cast.ben)

    for outsider in (cast.eve, cast.ada):
        for name, thing in (("give_back", day), ("read_again", followed), ("stop_following", followed)):
            assert as_(outsider).post(page(name, thing)).status_code == 404
        assert "example" not in as_(outsider).get(page("index")).text
    for act in (
        lambda: actions.give_back(day, by=cast.ada),
        lambda: actions.read_again(followed, by=cast.ada),
        lambda: actions.stop_following(followed, by=cast.ada),
    ):
        with pytest.raises(Forbidden):
            act()


def test_an_address_is_sealed_and_never_shown_again(as_, cast):
    html = (
        as_(cast.ben).post(page("follow"), {"address": SECRET.replace("https", "webcal")}, follow=True).text
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT address FROM people_busycalendar")
        kept = bytes(cursor.fetchone()[0])

    assert ("calendar.example.org" in html, "0123456789" in html, b"private" in kept) == (True, False, False)
    assert BusyCalendar.objects.get().address == SECRET
    assert verbs() == ["calendar.followed"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Enter the address"), ("not one", "no address of a page"), ("http://a.example/b.ics", "begins with https"),
        ("x" * 2001, "too long"), ("https://u:p@a.example/", "no address of a page"),
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_answered_kindly(as_, cast, typed, told):
    answer = as_(cast.ben).post(page("follow"), {"address": typed})

    assert (answer.status_code, told in answer.text, typed in answer.text) == (422, True, True)


def test_a_calendar_is_read_kept_when_it_fails_and_tried_more_seldom(as_, cast, elsewhere, monday):
    followed = actions.follow(elsewhere, by=cast.ben)
    timed.keep_time(0)
    read = BusyCalendar.objects.get()
    Elsewhere.body = None
    waits = []
    for _hour in range(7):
        timed.read_due(BusyCalendar.objects.get().next_at)
        again = BusyCalendar.objects.get()
        waits.append(again.next_at)
    html = as_(cast.ben).get(page("index")).text
    Elsewhere.body = CALENDAR.replace(b"T11", b"T12")
    as_(cast.ben).post(page("read_again", followed))
    timed.read_now()

    nine = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
    assert (read.state, read.busy, again.busy) == (
        "read",
        [Span(nine, nine + dt.timedelta(hours=2))],
        read.busy,
    )
    assert (again.state, again.failures, waits[-1] - waits[-2]) == ("failed", 7, dt.timedelta(days=1))
    assert ("number 503" in html, "still count" in html, "secret" in html) == (True, True, False)
    mended = BusyCalendar.objects.get()
    assert (mended.state, mended.failures, mended.busy[0].end) == ("read", 0, nine + dt.timedelta(hours=3))
    assert mended.next_at == now() + EVERY


def test_one_that_is_taken_away_while_it_is_read_stays_away(cast, elsewhere, monday, monkeypatch):
    followed = actions.follow(elsewhere, by=cast.ben)
    fetch = timed.fetch

    def meanwhile(address, largest):
        actions.stop_following(BusyCalendar.objects.get(pk=followed.pk), by=cast.ben)
        return fetch(address, largest=largest)

    monkeypatch.setattr(timed, "fetch", meanwhile)
    assert timed.read_due(now()) == 1
    assert BusyCalendar.objects.count() == 0


def test_naming_a_calendar_has_it_read_at_once(cast, tell_everyone, monday):
    for _twice in range(2):
        actions.follow(SECRET, by=cast.ben)
    tell_everyone()

    assert ProcrastinateJob.objects.filter(task_name="busy.read_now").count() == 1


def test_a_file_is_read_once_and_forgotten_on_request(as_, cast, monday):
    browser = as_(cast.ben)
    browser.post(page("upload"), {"file": SimpleUploadedFile("work.ics", CALENDAR), "whole_days": "on"})
    read = BusyCalendar.objects.get()
    html = browser.get(page("index")).text
    again = browser.post(page("read_again", read))
    browser.post(page("stop_following", read))

    assert (read.host, read.whole_days, len(read.spans), "secret" in str(read.spans)) == (
        "work.ics",
        True,
        1,
        False,
    )
    assert ("Read once from a file" in html, again.status_code, BusyCalendar.objects.count()) == (
        True,
        422,
        0,
    )
    assert verbs() == ["calendar.uploaded", "calendar.forgotten"]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "no calendar"), (b"\x89PNG", "no calendar"), (b"BEGIN:VCALENDAR" + b" " * 10_000_000, "larger than 4 MB")],
)  # fmt: skip
def test_a_file_that_is_no_calendar_is_answered_kindly(as_, cast, content, told):
    answer = as_(cast.ben).post(page("upload"), {"file": SimpleUploadedFile("x.ics", content)})

    assert (answer.status_code, told in answer.text, BusyCalendar.objects.count()) == (422, True, 0)


def test_nobody_is_offered_a_time_when_somebody_is_away_or_busy(cast, monday, django_assert_num_queries):
    people = [cast.ada, cast.ben]
    for person in people:
        set_week(
            person,
            by=person,
            zone="Europe/London",
            windows=[(day, dt.time(9), dt.time(12)) for day in range(3)],
        )
    actions.take_off(by=cast.ada, starts_on=dt.date(2026, 11, 23))
    actions.upload(SimpleUploadedFile("x.ics", CALENDAR), "x.ics", by=cast.ben)
    with django_assert_num_queries(3):
        taken = queries.taken(people, MONDAY, MONDAY + dt.timedelta(days=7))
        slots = free_slots(people, MONDAY, 7, 60, 9, taken)

    assert [f"{one:%d %H:%M}" for one in slots[:3]] == ["24 11:00", "25 09:00", "25 09:30"]
