"""Calendar objects, byte by byte: what RFC 5545, 5546 and 6047 ask of them, and hostile names in them."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.meetings import actions, ics, queries
from alongside.mentoring.meetings.models import Meeting

HOSTILE = "Bob\";X=1:\r\nATTENDEE;CN=x:mailto:evil@example.org\r\nEND:VEVENT\n,\\n^'é🦊"
CONTENT_BYTES = 75


@pytest.fixture
def meeting(cast, pair):
    return actions.plan_one(
        pair, now() + dt.timedelta(days=3), by=cast.ben, link="https://meet.example.org/a?b=c;d,e"
    )


def read_again(meeting: Meeting) -> Meeting:
    return Meeting.objects.with_people().get(pk=meeting.pk)


def rename(person: Person, name: str) -> None:
    Person.objects.filter(pk=person.pk).update(name=name[:120])


def only_event(text: str):
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == 1
    return events[0]


def lines(text: str) -> list[bytes]:
    """The lines as they travel: each ends with CRLF, none is longer than 75 octets."""
    raw = text.encode()
    assert raw.endswith(b"\r\n")
    assert set(b"\r\n") & set(raw.replace(b"\r\n", b"")) == set()
    return raw.split(b"\r\n")


@pytest.mark.parametrize("method", [ics.REQUEST, ics.CANCEL])
def test_an_invitation_has_what_the_standard_asks_for(cast, meeting, method):
    text = ics.invitation(read_again(meeting), cast.ada, method)
    event = only_event(text)

    assert str(Calendar.from_ical(text)["METHOD"]) == method
    assert {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "ATTENDEE", "STATUS"} <= set(event)
    assert sorted(str(one) for one in event["ATTENDEE"]) == [
        f"mailto:{cast.ada.email}", f"mailto:{cast.ben.email}",
    ]  # fmt: skip
    assert max(len(line) for line in lines(text)) <= CONTENT_BYTES


def test_times_are_in_utc_so_that_no_calendar_has_to_guess(cast, meeting):
    text = ics.invitation(read_again(meeting), cast.ada, ics.REQUEST)

    starts = next(line for line in lines(text) if line.startswith(b"DTSTART"))
    assert starts == f"DTSTART:{meeting.starts_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}".encode()


def test_the_title_says_with_whom_and_never_what_about(cast, meeting):
    event = only_event(ics.invitation(read_again(meeting), cast.ada, ics.REQUEST))

    assert str(event["SUMMARY"]) == "Mentoring: Ben Okafor"
    assert "DESCRIPTION" not in event
    assert meeting.mentorship.purpose not in ics.feed([read_again(meeting)], cast.ada)


def test_a_hostile_name_stays_a_name(cast, meeting):
    rename(cast.ben, HOSTILE)
    text = ics.invitation(read_again(meeting), cast.ada, ics.REQUEST)
    event = only_event(text)

    assert [str(one) for one in event["ATTENDEE"]] == [f"mailto:{cast.ada.email}", f"mailto:{cast.ben.email}"]
    assert sum(line.startswith(b"BEGIN:VEVENT") for line in lines(text)) == 1
    assert "evil@example.org" not in {str(one) for one in event["ATTENDEE"]}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60)
)
def test_whatever_the_name_the_calendar_is_read_as_it_was_written(cast, meeting, name):
    rename(cast.ben, name)
    again = read_again(meeting)
    for text in (ics.invitation(again, cast.ada, ics.REQUEST), ics.feed([again], cast.ada)):
        event = only_event(text)
        lines(text)
        assert (str(event["UID"]), int(event["SEQUENCE"])) == (meeting.uid, meeting.sequence)


@pytest.mark.parametrize("count", [1, 4])
def test_the_feed_costs_the_same_however_long(cast, pair, count, django_assert_num_queries):
    for day in range(1, count + 1):
        actions.plan_one(pair, now() + dt.timedelta(days=day), by=cast.ben)

    with django_assert_num_queries(2):
        text = ics.feed(queries.calendar_of(cast.ada, now()), cast.ada)

    assert text.count("BEGIN:VEVENT") == count


def test_a_feed_of_ten_thousand_meetings_is_made_in_seconds(cast, pair):
    starts = now() - dt.timedelta(days=1)
    Meeting.objects.bulk_create(
        Meeting(mentorship=pair, organiser=cast.ben, starts_at=starts + dt.timedelta(hours=n), zone="UTC", uid=f"{n}@x")
        for n in range(10_000)
    )  # fmt: skip

    begun = time.process_time()
    text = ics.feed(queries.calendar_of(cast.ada, starts), cast.ada)

    assert text.count("BEGIN:VEVENT") == 10_000
    assert time.process_time() - begun < 12
