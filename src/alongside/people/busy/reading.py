"""Reads when somebody is busy out of a calendar file, and nothing else; no file, however hostile, takes long."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from alongside.kit.errors import Refused
from alongside.people.availability.week import Span, merged

from . import recurring

LARGEST = 4 * 1024 * 1024
MOST_ENTRIES = 20_000
LONGEST = dt.timedelta(days=366)
DAY = dt.timedelta(days=1)
WANTED = {
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP",
    "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY",
}  # fmt: skip
"""What is read of an entry; titles, places and people are passed over."""
LENGTH = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?")
Taken = tuple[set[dt.date], set[dt.datetime]]
TOO_MUCH = _("That calendar repeats so much that it cannot be read. Choose one with fewer entries.")


@dataclass(frozen=True, slots=True)
class Found:
    """When somebody is busy, and how many entries could not be understood."""

    spans: list[Span]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """One line of an entry: its text, and the zone and the kind that it names."""

    text: str
    zone: str = ""

    def moments(self, usual: dt.tzinfo) -> list[tuple[dt.datetime, bool]]:
        """The times on the wall with their zone, each with whether it means a whole day."""
        return [_moment(one.partition("/")[0], self.zone, usual) for one in self.text.split(",")]


@dataclass(slots=True)
class Entry:
    """What is kept of an entry while it is read."""

    lines: dict[str, list[Value]] = field(default_factory=lambda: defaultdict(list))

    def text(self, name: str) -> str:
        """The first line of that name, or nothing."""
        return self.lines[name][0].text if self.lines.get(name) else ""

    def takes_time(self, whole_days: bool) -> bool:
        """Whether its person is busy meanwhile; ``whole_days`` counts the days that it is marked free, too."""
        if self.text("STATUS").upper() == "CANCELLED":
            return False
        if whole_days and len(self.text("DTSTART")) == len("20261124"):
            return True
        shown = self.text("X-MICROSOFT-CDO-BUSYSTATUS").upper()
        return self.text("TRANSP").upper() != "TRANSPARENT" and shown != "FREE"


@dataclass(frozen=True, slots=True)
class Window:
    """Which stretch of time is asked for, in whose zone, and what reading it may cost."""

    start: dt.datetime
    end: dt.datetime
    zone: dt.tzinfo
    whole_days: bool
    budget: recurring.Budget


def busy_times(
    content: bytes, zone: dt.tzinfo, start: dt.datetime, end: dt.datetime, *, whole_days: bool = False
) -> Found:
    """Return when its person is busy between two moments; times without a zone are on the wall of ``zone``."""
    if len(content) > LARGEST:
        raise Refused(_("That calendar is larger than 4 MB. Choose one with fewer entries."))
    if b"BEGIN:VCALENDAR" not in content[:2000].upper():
        raise Refused(_("That is no calendar. Choose an address or a file that ends in .ics."))
    entries = list(_entries(content))
    moved = _moved(entries, zone)
    window = Window(start, end, zone, whole_days, recurring.Budget())
    spans: list[Span] = []
    left_out = 0
    for entry in entries:
        try:
            spans += _spans(entry, window, moved)
        except (recurring.Unreadable, ValueError, OverflowError):
            left_out += 1
        except recurring.TooMuch as much:
            raise Refused(TOO_MUCH) from much
    return Found(merged(spans), left_out)


def _entries(content: bytes) -> Iterator[Entry]:
    """Yield the entries, at most so many; what stands inside of them, such as alarms, is passed over."""
    entry: Entry | None = None
    inside, count = "", 0
    for line in re.sub(r"\r?\n[ \t]", "", content.decode("utf-8", "replace")).splitlines():
        start, end = line[:40].upper().startswith("BEGIN:"), line[:40].upper().startswith("END:")
        name = line.partition(":")[2].strip().upper() if start or end else ""
        if start and name in ("VEVENT", "VFREEBUSY"):
            entry, inside, count = Entry(), "", count + 1
            if count > MOST_ENTRIES:
                raise Refused(_("That calendar has more than 20,000 entries. Choose one with fewer."))
        elif start and entry is not None and not inside:
            inside = name
        elif end and entry is not None and name in ("VEVENT", "VFREEBUSY"):
            yield entry
            entry = None
        elif end and name == inside:
            inside = ""
        elif entry is not None and not inside:
            _keep(entry, line)


def _keep(entry: Entry, line: str) -> None:
    name = re.split("[;:]", line[:40], maxsplit=1)[0].upper()
    if name not in WANTED:
        return
    quoted = False
    for place, letter in enumerate(line[:1000]):
        if letter == '"':
            quoted = not quoted
        elif letter == ":" and not quoted:
            said = dict(one.partition("=")[::2] for one in line[:place].split(";")[1:])
            zone = next((text for key, text in said.items() if key.upper() == "TZID"), "")
            entry.lines[name].append(Value(line[place + 1 :].strip(), zone.strip('"')))
            return


def _moved(entries: list[Entry], zone: dt.tzinfo) -> dict[str, set[dt.datetime]]:
    """The single times of a repeated entry that stand elsewhere, as entries of their own."""
    moved: dict[str, set[dt.datetime]] = defaultdict(set)
    for entry in entries:
        for value in entry.lines.get("RECURRENCE-ID", []):
            try:
                moved[entry.text("UID")] |= {at.astimezone(dt.UTC) for at, _whole in value.moments(zone)}
            except (ValueError, OverflowError):
                continue
    return moved


def _spans(entry: Entry, window: Window, moved: dict[str, set[dt.datetime]]) -> Iterator[Span]:
    for value in entry.lines.get("FREEBUSY", []):
        yield from _periods(value.text, window)
    if "DTSTART" not in entry.lines or not entry.takes_time(window.whole_days):
        return
    first, whole = entry.lines["DTSTART"][0].moments(window.zone)[0]
    length = min(_length(entry, window.zone, first, whole), LONGEST)
    left_out = set() if "RECURRENCE-ID" in entry.lines else moved.get(entry.text("UID"), set())
    for start in _starts(entry, window, first, length):
        at = start.astimezone(dt.UTC)
        ends = (start + length).astimezone(dt.UTC) if whole else at + length
        if ends > window.start and at < window.end and ends > at and at not in left_out:
            yield Span(max(at, window.start), min(ends, window.end))


def _starts(entry: Entry, window: Window, first: dt.datetime, length: dt.timedelta) -> Iterator[dt.datetime]:
    """On the wall of the entry's own zone: its first time, those of its rule, and those that are listed."""
    taken = _taken(entry, window)
    listed = [at for value in entry.lines.get("RDATE", []) for at, _whole in value.moments(window.zone)]
    yield from (at for at in [first, *listed] if not _is_taken(at, taken))
    zone = first.tzinfo or dt.UTC
    for rule in entry.lines.get("RRULE", [])[:5]:
        start = (window.start - length - 2 * DAY).date()
        days = recurring.read(rule.text, first.date(), zone).days(
            start, (window.end + 2 * DAY).date(), window.budget
        )
        for day in days:
            at = dt.datetime.combine(day, first.time(), zone)
            if not _is_taken(at, taken):
                yield at


def _taken(entry: Entry, window: Window) -> Taken:
    """The days and the moments at which it does not come; asked for in one step, however many they are."""
    found = [day for value in entry.lines.get("EXDATE", []) for day in value.moments(window.zone)]
    return {at.date() for at, whole in found if whole}, {at for at, whole in found if not whole}


def _is_taken(at: dt.datetime, taken: Taken) -> bool:
    days, moments = taken
    return at.date() in days or at in moments


def _length(entry: Entry, zone: dt.tzinfo, first: dt.datetime, whole: bool) -> dt.timedelta:
    if "DTEND" in entry.lines:
        end = entry.lines["DTEND"][0].moments(zone)[0][0]
        return end.replace(tzinfo=None) - first.replace(tzinfo=None) if whole else end - first
    if "DURATION" in entry.lines:
        return _duration(entry.text("DURATION"))
    return DAY if whole else dt.timedelta()


def _duration(text: str) -> dt.timedelta:
    found = LENGTH.fullmatch(text.strip().upper())
    if found is None:
        raise ValueError(text[:40])
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
    return dt.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _periods(text: str, window: Window) -> Iterator[Span]:
    """What a free-busy answer lists: from and until, or from and how long."""
    for period in text.split(",")[:MOST_ENTRIES]:
        start, _slash, until = period.partition("/")
        at = _moment(start, "", window.zone)[0]
        ends = at + _duration(until) if until[:1] in "P+" else _moment(until, "", window.zone)[0]
        if at < ends and ends > window.start and at < window.end:
            yield Span(max(at, window.start).astimezone(dt.UTC), min(ends, window.end).astimezone(dt.UTC))


def _moment(text: str, name: str, usual: dt.tzinfo) -> tuple[dt.datetime, bool]:
    found = dt.datetime.fromisoformat(text.strip())
    whole = "T" not in text.upper()
    if found.tzinfo is None:
        found = found.replace(tzinfo=(_zone(name) if name and not whole else None) or usual)
    return found, whole


@lru_cache(maxsize=512)
def _zone(name: str) -> dt.tzinfo | None:
    """The zone of that name, as Windows or the world calls it; None for one that nobody knows."""
    for tried in (WINDOWS_TO_OLSON.get(name, name), "/".join(name.split("/")[-2:])):
        try:
            return zoneinfo.ZoneInfo(tried[:60])
        except (ValueError, KeyError, OSError):
            continue
    return None
