"""Other people's calendars, friendly and hostile: busy or free is read, soon, and nothing else."""

from __future__ import annotations

import datetime as dt
import itertools
import time
import zoneinfo

import pytest
from dateutil.rrule import rrulestr

from alongside.kit.errors import Refused
from alongside.people.busy import reading, recurring

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
START = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
END = START + dt.timedelta(days=190)
TITLE = "SUMMARY:A secret\r\nATTENDEE:mailto:a@example.org\r\n"


def calendar(*entries: str, kind: str = "VEVENT") -> bytes:
    inside = "".join(f"BEGIN:{kind}\r\n{TITLE}{one}\r\nEND:{kind}\r\n" for one in entries)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n".encode()


def times(*entries: str, whole_days: bool = False, kind: str = "VEVENT") -> list[str]:
    found = reading.busy_times(calendar(*entries, kind=kind), BERLIN, START, END, whole_days=whole_days)
    return [f"{span.start:%d.%m. %H:%M}–{span.end:%d.%m. %H:%M}" for span in found.spans]


LUNCH = "UID:a\r\nDTSTART;TZID=Europe/Berlin:20270325T120000\r\nDTEND;TZID=Europe/Berlin:20270325T130000\r\n"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("DTSTART:20261124T090000Z\r\nDTEND:20261124T100000Z", ["24.11. 09:00–24.11. 10:00"]),
        ("DTSTART:20261124T090000\r\nDURATION:PT1H30M", ["24.11. 08:00–24.11. 09:30"]),
        ("DTSTART;TZID=Asia/Kolkata:20261124T090000\r\nDURATION:PT1H", ["24.11. 03:30–24.11. 04:30"]),
        (
            'DTSTART;TZID="India Standard Time":20261124T090000\r\nDURATION:PT1H',
            ["24.11. 03:30–24.11. 04:30"],
        ),
        (
            "DTSTART;TZID=/x.example/Asia/Kolkata:20261124T090000\r\nDURATION:PT1H",
            ["24.11. 03:30–24.11. 04:30"],
        ),
        ("DTSTART;TZID=../../etc/passwd:20261124T090000\r\nDURATION:PT1H", ["24.11. 08:00–24.11. 09:00"]),
        ("DTSTART;VALUE=DATE:20261124", ["23.11. 23:00–24.11. 23:00"]),
        ("DTSTART;VALUE=DATE:20270328\r\nDTEND;VALUE=DATE:20270329", ["27.03. 23:00–28.03. 22:00"]),
        ("DTSTART;VALUE=DATE:20261124\r\nTRANSP:TRANSPARENT", []),
        ("DTSTART:20261124T090000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED", []),
        ("DTSTART:20261124T090000Z\r\nDURATION:PT1H\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        ("DTSTART:20201124T090000Z\r\nDURATION:PT1H", []),
        ("DTSTART:20261124T090000Z\r\nDTEND:20261124T080000Z", []),
        ("DESCRIPTION:DTSTART:20261124T090000Z", []),
        ("DTSTART:2026112\r\n 4T090000Z\r\nDURATION:PT1H", ["24.11. 09:00–24.11. 10:00"]),
        (
            "BEGIN:VALARM\r\nDTSTART:20261125T090000Z\r\nDURATION:PT9H\r\nEND:VALARM\r\nDTSTART:20261124T090000Z\r\nDURATION:PT1H",
            ["24.11. 09:00–24.11. 10:00"],
        ),
        (
            LUNCH + "RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Europe/Berlin:20270327T120000",
            [
                "25.03. 11:00–25.03. 12:00",
                "26.03. 11:00–26.03. 12:00",
                "28.03. 10:00–28.03. 11:00",
                "29.03. 10:00–29.03. 11:00",
            ],
        ),
        (
            LUNCH + "RDATE;TZID=Europe/Berlin:20270329T120000",
            ["25.03. 11:00–25.03. 12:00", "29.03. 10:00–29.03. 11:00"],
        ),
    ],
)
def test_an_entry_is_read_as_its_calendar_means_it(entry, told):
    assert times(entry) == told


def test_a_single_time_that_was_moved_or_cancelled_takes_the_place_of_the_repeated_one():
    repeated = LUNCH + "RRULE:FREQ=DAILY;UNTIL=20270327T120000Z"
    moved = "UID:a\r\nRECURRENCE-ID:20270326T110000Z\r\nDTSTART:20270326T180000Z\r\nDURATION:PT1H"
    gone = "UID:a\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270327T120000\r\nDTSTART:20270327T110000Z\r\nSTATUS:CANCELLED"

    assert times(repeated, moved, gone) == ["25.03. 11:00–25.03. 12:00", "26.03. 18:00–26.03. 19:00"]


def test_holidays_marked_as_free_count_where_somebody_says_so():
    holiday = "DTSTART;VALUE=DATE:20261225\r\nTRANSP:TRANSPARENT"

    assert times(holiday, whole_days=True) == ["24.12. 23:00–25.12. 23:00"]


def test_a_free_busy_answer_is_read():
    told = "FREEBUSY:20261124T090000Z/PT1H,20261124T093000Z/20261124T110000Z"

    assert times(told, kind="VFREEBUSY") == ["24.11. 09:00–24.11. 11:00"]


RULES = [
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=31,-2",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=9",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=1SU,-1SU",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYYEARDAY=1,-1,100",
    "FREQ=YEARLY",
    "FREQ=DAILY;BYMONTH=1;UNTIL=20270110T000000",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1,-1;INTERVAL=3",
    "FREQ=YEARLY;BYMONTH=12,2;BYDAY=SU;BYSETPOS=2,-1",
    "FREQ=WEEKLY;COUNT=40",
    "FREQ=DAILY;COUNT=100;INTERVAL=7",
]


@pytest.mark.parametrize(
    ("rule", "first"), [*itertools.product(RULES, [dt.date(2024, 2, 29), dt.date(2026, 11, 30)])]
)
def test_a_rule_gives_the_days_that_another_reader_gives(rule, first):
    mine = list(recurring.read(rule, first, dt.UTC).days(START.date(), END.date(), recurring.Budget()))
    last = END.replace(tzinfo=None) - dt.timedelta(seconds=1)
    theirs = rrulestr(rule, dtstart=dt.datetime.combine(first, dt.time())).between(
        START.replace(tzinfo=None), last, inc=True
    )

    assert mine == [one.date() for one in theirs]


@pytest.mark.parametrize(
    "entry",
    [
        LUNCH + "RRULE:FREQ=SECONDLY;UNTIL=21270101T000000Z",
        LUNCH + "RRULE:FREQ=HOURLY",
        LUNCH + "RRULE:FREQ=DAILY;BYHOUR=1,2",
        LUNCH + "RRULE:COUNT=1",
        LUNCH + "RRULE:FREQ=DAILY;COUNT=many",
        LUNCH + "RRULE:FREQ=WEEKLY;BYDAY=XX",
        LUNCH + "RRULE:FREQ=DAILY;UNTIL=soon",
        "DTSTART:soon",
        "DTSTART:20261301T000000Z",
        "DTSTART:20261124T090000Z\r\nDURATION:long",
        "DTSTART:00010101T000000\r\nDTEND;TZID=Europe/Berlin:20261124T000000",
        "FREEBUSY:x/y",
    ],
)
def test_what_makes_no_sense_is_left_out_and_counted(entry):
    found = reading.busy_times(
        calendar(entry, "DTSTART:20261124T090000Z\r\nDURATION:PT1H"), BERLIN, START, END
    )

    assert (found.left_out <= 1, found.spans[0].start) == (
        True,
        dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC),
    ) or (found.left_out == 1)


ZONE = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" + "RRULE:FREQ=SECONDLY\r\n" * 50 + "END:VTIMEZONE\r\n"
MINUTES = ",".join(
    f"{2000 + year}0101T0{hour}{minute:02}00"
    for year in range(40)
    for hour in range(10)
    for minute in range(60)
)
COUNTED = LUNCH.replace("20270325", "19000101") + "RRULE:FREQ=DAILY;COUNT=999999"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no calendar"),
        (b"<html>", "no calendar"),
        (b"\0" * 1000, "no calendar"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * 10_000_000, "larger than 4 MB"),
        (calendar(*["DTSTART:20261124"] * 20_001), "20,000 entries"),
        (calendar(*[COUNTED] * 200), "repeats so much"),
    ],
    ids=["nothing", "page", "noughts", "10 MB", "entries", "counted"],
)
def test_a_hostile_calendar_is_refused_soon_with_a_sentence(content, told):
    begun = time.process_time()
    with pytest.raises(Refused, match=told):
        reading.busy_times(content, BERLIN, START, END)

    assert time.process_time() - begun < 8


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:" + b"9" * 3_900_000,
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 15_000,
        b'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID="' + b":;" * 1_900_000,
        b"BEGIN:VCALENDAR\r\n" + ZONE.encode() * 100 + calendar(LUNCH),
        calendar(*[LUNCH + "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"] * 3000),
        b"BEGIN:VCALENDAR\r\n\xff\xfe\x00" + calendar(LUNCH),
        calendar(f"DTSTART:20261124T090000Z\r\nRDATE:{MINUTES}\r\nEXDATE:{MINUTES.replace('T0', 'T1')}"),
    ],
    ids=["line", "begins", "quotes", "zones", "never", "bytes", "listed and left out"],
)
def test_nonsense_takes_no_time(content):
    begun = time.process_time()
    reading.busy_times(content, BERLIN, START, END)

    assert time.process_time() - begun < 3
