"""A real calendar program, khal, reads invitations and the feed: six zones, both changes of the clocks."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import zoneinfo
from pathlib import Path

import pytest
from icalendar import Calendar

from alongside.config import env
from alongside.integrations.calendar import actions as feeds
from alongside.kit.clock import travel
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.skipif(
    shutil.which("khal") is None and not env.flag("CI"), reason="there is no khal on this computer"
)
ZONES = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",  # changes by half an hour
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/Santiago",
]
SEPTEMBER = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)
CONFIGURATION = """
[calendars]
[[mentoring]]
path = {folder}/calendar
type = calendar
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def shown_by_khal(folder: Path, zone: str) -> list[str]:
    """What khal lists of the calendar in the folder, on the wall of a zone."""
    (folder / "khal.db").unlink(
        missing_ok=True
    )  # it looks at the times of files, and a test is quicker than those
    (folder / "khal.conf").write_text(CONFIGURATION.format(folder=folder, zone=zone))
    listed = subprocess.run(
        ["khal", "-c", folder / "khal.conf", "list", "--format", "{start}", "--day-format", "", "2026-08-01", "300d"],
        capture_output=True, text=True, check=True, timeout=30, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    return [line for line in listed.stdout.splitlines() if line.strip()]


def walls(rows, place: zoneinfo.ZoneInfo) -> list[str]:
    return [f"{one.starts_at.astimezone(place):%Y-%m-%d %H:%M}" for one in rows]


def keep(folder: Path, letter: str) -> None:
    """Put what a letter says into the calendar, as a mail program does on a press (RFC 5546)."""
    said = Calendar.from_ical(letter)
    (folder / "calendar").mkdir(exist_ok=True)
    for event in said.walk("VEVENT"):
        path = folder / "calendar" / f"{str(event['UID']).partition('@')[0]}.ics"
        known = Calendar.from_ical(path.read_bytes()) if path.exists() else Calendar.from_ical(letter)
        name = event.get("RECURRENCE-ID")
        others = [
            one for one in known.subcomponents
            if one.name != "VEVENT" or (one.get("RECURRENCE-ID") and name and one["RECURRENCE-ID"].dt != name.dt)
            or (name and "RECURRENCE-ID" not in one)
        ]  # fmt: skip
        known.subcomponents = others
        known.pop("METHOD", None)
        master = next((one for one in others if one.name == "VEVENT" and "RRULE" in one), None)
        if str(said["METHOD"]) == "REQUEST":
            known.add_component(event)
        elif name and master:
            master.add("exdate", name.dt)
        if known.walk("VEVENT"):
            path.write_bytes(known.to_ical())
        else:
            path.unlink(missing_ok=True)


@pytest.fixture
def pair(cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    with travel(SEPTEMBER):
        return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a release", months=12)


@pytest.mark.parametrize("zone", ZONES)
def test_khal_shows_a_series_on_the_wall_with_what_was_moved_and_cancelled(
    cast, tell_everyone, letters, tmp_path, pair, zone
):
    with travel(SEPTEMBER):
        planned = meetings.plan_series(
            pair, by=cast.ben, every_days=14, starts_on=dt.date(2026, 9, 8), at=dt.time(17, 30), zone=zone, minutes=45,
            until=dt.date(2027, 5, 1),
        )  # fmt: skip
        tell_everyone()
        meetings.move(planned[3], planned[3].starts_at + dt.timedelta(hours=25), by=cast.ada)
        meetings.cancel(Meeting.objects.get(pk=planned[5].pk), by=cast.ada)
        tell_everyone()
    for letter in letters(cast.ada):
        keep(tmp_path, letter.calendar)

    place = zoneinfo.ZoneInfo(zone)
    standing = Meeting.objects.filter(state="planned").order_by("starts_at")
    assert shown_by_khal(tmp_path, zone) == walls(standing, place)
    offsets = {one.starts_at.astimezone(place).utcoffset() for one in standing}
    assert (len(planned), len(offsets)) == (17, 1 if zone == "Asia/Kolkata" else 2)

    if zone == ZONES[0]:
        with travel(SEPTEMBER + dt.timedelta(days=60)):
            mentorships.end(pair, by=cast.ada)
            tell_everyone()
        keep(tmp_path, [one.calendar for one in letters(cast.ada) if one.calendar][-1])
        assert 0 < standing.all().count() < 6
        assert shown_by_khal(tmp_path, zone) == walls(standing.all(), place)


def test_khal_reads_the_feed(cast, client, tmp_path, pair):
    with travel(SEPTEMBER):
        planned = meetings.plan_series(
            pair, by=cast.ben, every_days=14, starts_on=dt.date(2026, 9, 8), at=dt.time(17, 30), zone="Europe/London",
            minutes=45, until=dt.date(2027, 5, 1),
        )  # fmt: skip
        token = feeds.open_feed(by=cast.ada)
        text = client.get(f"/calendar/feed/{token}.ics").content.decode()
    keep(tmp_path, text.replace("METHOD:PUBLISH", "METHOD:REQUEST"))

    place = zoneinfo.ZoneInfo("Asia/Kathmandu")
    assert shown_by_khal(tmp_path, "Asia/Kathmandu") == walls(planned, place)
