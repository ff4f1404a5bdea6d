"""On which days an entry of a calendar comes again (RFC 5545), at a cost that no rule can drive up."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DAY = dt.timedelta(days=1)
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
KNOWN = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYMONTH",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "BYYEARDAY",
    "WKST",
}
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
MOST_WORK = 1_000_000
"""Days that are looked at for one whole calendar: a second or two, whatever stands in it."""


class Unreadable(Exception):
    """The rule says something that is not understood, or comes more often than daily."""


class TooMuch(Exception):
    """Reading on would take too long."""


@dataclass(slots=True)
class Budget:
    """How many days may still be looked at."""

    left: int = MOST_WORK

    def spend(self, days: int) -> None:
        """Take them, or raise ``TooMuch``."""
        self.left -= days
        if self.left < 0:
            raise TooMuch


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule whose days can be told one by one."""

    first: dt.date
    frequency: str
    interval: int = 1
    count: int = 0
    until: dt.date = dt.date.max
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    weekdays: tuple[tuple[int, int], ...] = ()
    """(which one, or 0 for all; weekday)"""
    positions: frozenset[int] = frozenset()
    week_starts: int = 0
    periods: dict[dt.date, frozenset[dt.date]] = field(default_factory=dict, compare=False)

    def days(self, start: dt.date, end: dt.date, budget: Budget) -> Iterator[dt.date]:
        """Yield its days from ``start`` on, before ``end``."""
        day = self.first if self.count else max(self.first, start)
        found, end = 0, min(end, self.until + DAY if self.until < dt.date.max else end)
        while day < end:
            budget.spend(1)
            if self._has(day, budget):
                found += 1
                if self.count and found > self.count:
                    return
                if day >= start:
                    yield day
            day += DAY

    def _has(self, day: dt.date, budget: Budget) -> bool:
        if not self._is_in_turn(day) or not self._fits(day):
            return False
        return not self.positions or day in self._chosen(day, budget)

    def _is_in_turn(self, day: dt.date) -> bool:
        if self.interval == 1:
            return True
        first, monday = self.first, self._week_of
        passed = {
            "DAILY": lambda: (day - first).days,
            "WEEKLY": lambda: (monday(day) - monday(first)).days // 7,
            "MONTHLY": lambda: (day.year - first.year) * 12 + day.month - first.month,
            "YEARLY": lambda: day.year - first.year,
        }
        return passed[self.frequency]() % self.interval == 0

    def _week_of(self, day: dt.date) -> dt.date:
        return day - (day.weekday() - self.week_starts) % 7 * DAY

    def _fits(self, day: dt.date) -> bool:
        month = calendar.monthrange(day.year, day.month)[1]
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not {day.day, day.day - month - 1} & self.month_days:
            return False
        if self.year_days and not set(_place(day, *_year(day))) & self.year_days:
            return False
        return not self.weekdays or any(self._is_weekday(day, which, name) for which, name in self.weekdays)

    def _is_weekday(self, day: dt.date, which: int, weekday: int) -> bool:
        if day.weekday() != weekday or not which:
            return day.weekday() == weekday
        first, last = _year(day) if self.frequency == "YEARLY" and not self.months else _month(day)
        place, from_the_end = _place(day, first, last)
        return which in (-(-place // 7), from_the_end // 7)

    def _chosen(self, day: dt.date, budget: Budget) -> frozenset[dt.date]:
        """Of the days of its period, those at the positions."""
        first, last = self._period(day)
        if first not in self.periods:
            budget.spend((last - first).days + 1)
            all_days = [first + number * DAY for number in range((last - first).days + 1)]
            fitting = [one for one in all_days if self._fits(one)]
            self.periods[first] = frozenset(
                one for number, one in enumerate(fitting)
                if {number + 1, number - len(fitting)} & self.positions
            )  # fmt: skip
        return self.periods[first]

    def _period(self, day: dt.date) -> tuple[dt.date, dt.date]:
        if self.frequency == "DAILY":
            return day, day
        if self.frequency == "WEEKLY":
            return self._week_of(day), self._week_of(day) + 6 * DAY
        return _month(day) if self.frequency == "MONTHLY" else _year(day)


def read(text: str, first: dt.date, until_in: dt.tzinfo) -> Rule:
    """Read a rule for an entry that begins on ``first``; its end is a day on the wall of ``until_in``."""
    said = dict(part.partition("=")[::2] for part in text.upper().split(";") if part)
    frequency = said.get("FREQ", "")
    if frequency not in FREQUENCIES or said.keys() - KNOWN:
        raise Unreadable(text[:80])
    try:
        rule = Rule(
            first, frequency, max(int(said.get("INTERVAL", 1)), 1), int(said.get("COUNT", 0)),
            _until(said.get("UNTIL", ""), until_in), _numbers(said, "BYMONTH"), _numbers(said, "BYMONTHDAY"),
            _numbers(said, "BYYEARDAY"), _weekdays(said.get("BYDAY", "")), _numbers(said, "BYSETPOS"),
            WEEKDAYS.index(said.get("WKST", "MO")),
        )  # fmt: skip
    except (ValueError, OverflowError) as strange:
        raise Unreadable(text[:80]) from strange
    return _with_what_goes_without_saying(rule)


def _with_what_goes_without_saying(rule: Rule) -> Rule:
    """A weekly entry comes on the weekday of its first; a monthly one on that day of the month, and so on."""
    months, month_days, weekdays = rule.months, rule.month_days, rule.weekdays
    if not (month_days or weekdays or rule.year_days):
        if rule.frequency == "WEEKLY":
            weekdays = ((0, rule.first.weekday()),)
        elif rule.frequency in ("MONTHLY", "YEARLY"):
            month_days = frozenset([rule.first.day])
            months = months or (frozenset([rule.first.month]) if rule.frequency == "YEARLY" else months)
    return Rule(
        rule.first, rule.frequency, rule.interval, rule.count, rule.until, months, month_days, rule.year_days,
        weekdays, rule.positions, rule.week_starts,
    )  # fmt: skip


def _until(text: str, zone: dt.tzinfo) -> dt.date:
    if not text:
        return dt.date.max
    moment = dt.datetime.fromisoformat(text)
    return (moment.astimezone(zone) if moment.tzinfo else moment).date()


def _numbers(said: dict[str, str], name: str) -> frozenset[int]:
    return frozenset(int(one) for one in said.get(name, "").split(",") if one)


def _weekdays(text: str) -> tuple[tuple[int, int], ...]:
    found = [BY_DAY.fullmatch(one.strip()) for one in text.split(",") if one.strip()]
    if None in found:
        raise ValueError(text)
    return tuple((int(one[1] or 0), WEEKDAYS.index(one[2])) for one in found if one)


def _month(day: dt.date) -> tuple[dt.date, dt.date]:
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _year(day: dt.date) -> tuple[dt.date, dt.date]:
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def _place(day: dt.date, first: dt.date, last: dt.date) -> tuple[int, int]:
    """Which day it is from the beginning (1, 2 …) and from the end (-1, -2 …)."""
    return (day - first).days + 1, (day - last).days - 1
