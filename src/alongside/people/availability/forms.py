"""The week as it is typed: up to three rows a day, from and to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.names import zone_choices
from alongside.kit.meanwhile import Meanwhile

from .actions import Row
from .models import Window

ROWS = 3
MIDNIGHT = dt.time()


class Week(Meanwhile):
    """The zone, and for each day up to three times."""

    zone = forms.ChoiceField(
        label=_("Your time zone"), choices=zone_choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a time zone from the list")),
    )  # fmt: skip

    def __init__(self, *args: Any, zone: str, windows: Iterable[Window], **kwargs: Any) -> None:
        super().__init__(*args, there={"zone": zone, **_kept(windows)}, **kwargs)
        for weekday in WEEKDAYS:
            for row in range(ROWS):
                self.fields[f"from_{weekday}_{row}"] = _time(weekday, row, _("from"))
                self.fields[f"to_{weekday}_{row}"] = _time(weekday, row, _("to"))

    def days(self) -> Iterator[tuple[Any, list[tuple[forms.BoundField, forms.BoundField]]]]:
        """The days with their rows, for the page."""
        for weekday, name in WEEKDAYS.items():
            yield name, [(self[f"from_{weekday}_{row}"], self[f"to_{weekday}_{row}"]) for row in range(ROWS)]

    def clean(self) -> dict[str, Any]:
        """Gather what was typed as ``windows``; say for each row what is missing or crossed."""
        cleaned = super().clean() or {}
        windows: list[Row] = []
        for weekday in WEEKDAYS:
            rows = list(self._rows(cleaned, weekday))
            self._refuse_overlaps(weekday, rows)
            windows += [(weekday, starts, ends) for _row, starts, ends in rows]
        return {"zone": cleaned.get("zone"), "windows": windows}

    def _rows(self, cleaned: dict[str, Any], weekday: int) -> Iterator[tuple[int, dt.time, dt.time]]:
        for row in range(ROWS):
            names = (f"from_{weekday}_{row}", f"to_{weekday}_{row}")
            if not {*names} & self.errors.keys():
                starts, ends = (cleaned.get(name) for name in names)
                if starts and ends and self._is_forward(names[1], starts, ends):
                    yield row, starts, ends
                elif (starts is None) != (ends is None):
                    self._say_what_is_missing(names, weekday, starts)

    def _is_forward(self, name: str, starts: dt.time, ends: dt.time) -> bool:
        if ends != MIDNIGHT and ends <= starts:
            self.add_error(name, _("The end must be later than the start. Use 00:00 for midnight"))
            return False
        return True

    def _say_what_is_missing(self, names: tuple[str, str], weekday: int, starts: dt.time | None) -> None:
        missing, sentence = (names[1], _("Enter until when on {day}")) if starts else (
            names[0], _("Enter from when on {day}")
        )  # fmt: skip
        self.add_error(missing, format_lazy(sentence, day=WEEKDAYS[weekday]))

    def _refuse_overlaps(self, weekday: int, rows: list[tuple[int, dt.time, dt.time]]) -> None:
        for before, after in pairwise(sorted(rows, key=lambda one: one[1])):
            if before[2] == MIDNIGHT or after[1] < before[2]:
                self.add_error(
                    f"from_{weekday}_{after[0]}",
                    format_lazy(
                        _("Two times on {day} overlap. Make one of them shorter"), day=WEEKDAYS[weekday]
                    ),
                )


def _kept(windows: Iterable[Window]) -> dict[str, dt.time | None]:
    """Every field of the week, with its time if there is one."""
    days: dict[int, list[Window]] = defaultdict(list)
    for window in windows:
        days[window.weekday].append(window)
    found: dict[str, dt.time | None] = {}
    for weekday in WEEKDAYS:
        rows = [*days[weekday], *[None] * ROWS][:ROWS]
        for row, kept in enumerate(rows):
            found[f"from_{weekday}_{row}"] = kept.starts if kept else None
            found[f"to_{weekday}_{row}"] = kept.ends if kept else None
    return found


def _time(weekday: int, row: int, edge: Any) -> forms.TimeField:
    return forms.TimeField(
        label=format_lazy("{day} {edge}, {number}", day=WEEKDAYS[weekday], edge=edge, number=row + 1),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%H.%M", "%H"],
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Enter a time, such as 09:30")},
    )  # fmt: skip
