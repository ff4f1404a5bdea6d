"""The form of a row or of the settings, made from a tool's columns; imports read their cells through it too."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.kit.meanwhile import Meanwhile
from alongside.practice.tools.tool import Cell, Column, Kind, said

LONGEST_LINE, LONGEST_TEXT = 300, 4000
YES = {"x", "✓", "yes", "true", "1", "y"}


class Entry(Meanwhile):
    """One field for each column; ``links`` are the names of the other rows."""

    def __init__(
        self, columns: Iterable[Column], *args: Any, links: Iterable[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.columns = tuple(columns)
        self.links = tuple(links)
        for column in self.columns:
            self.fields[column.key] = self._field(column)

    def cells(self) -> dict[str, Cell]:
        """What was typed, as cells."""
        return {column.key: _cell(self.cleaned_data.get(column.key)) for column in self.columns}

    def _field(self, column: Column) -> forms.Field:
        about: dict[str, Any] = {"label": column.label, "help_text": column.help}
        if column.kind in (Kind.LINE, Kind.TEXT):
            return _words(column, about)
        if column.kind is Kind.NUMBER:
            return _number(column, about)
        if column.kind is Kind.DATE:
            widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            return forms.DateField(required=False, widget=widget, **about)
        if column.kind is Kind.TICK:
            return forms.BooleanField(required=False, **about)
        choices = [(name, name) for name in self.links] if column.kind is Kind.LINK else list(column.choices)
        return forms.ChoiceField(required=False, choices=[("", "–"), *choices], **about)


def initial_of(columns: Iterable[Column], cells: Mapping[str, Cell]) -> dict[str, Any]:
    """The cells as a form shows them."""
    return {
        column.key: _whole(cells.get(column.key)) if column.kind is Kind.NUMBER else cells.get(column.key)
        for column in columns
    }


def shown(column: Column, value: Cell) -> str:
    """A cell as the table shows it."""
    if value is None or value == "":
        return ""
    if column.kind is Kind.TICK:
        return "✓" if value else ""
    if column.kind is Kind.CHOICE:
        return str(next((label for key, label in column.choices if key == str(value)), value))
    return said(value) if isinstance(value, float) else str(value)


def told(column: Column, value: Cell) -> str:
    """A cell as a page says it to people: a date in words; files keep the one that other programs read."""
    if column.kind is Kind.DATE and value:
        return date_format(dt.date.fromisoformat(str(value)), "j M Y")
    return shown(column, value)


def typed(column: Column, text: str) -> str:
    """What somebody would type into the form to say this text: the key of a choice that was named, a bare number."""
    if column.kind is Kind.NUMBER:
        return text.replace("%", "").replace("\u202f", "").replace(" ", "").strip()
    if column.kind is Kind.TICK:
        return "on" if text.casefold() in YES else ""
    if column.kind is Kind.CHOICE and text not in {key for key, _label in column.choices}:
        by_name = {plain(str(label)): key for key, label in column.choices}
        by_name |= {plain(key): key for key, _label in column.choices if plain(key)}
        return by_name.get(plain(text), text)
    return text


def plain(name: str) -> str:
    """A name without case, spaces and signs, so that others find it again."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _whole(value: Cell) -> Cell:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _cell(value: Any) -> Cell:
    if isinstance(value, dt.date):
        return value.isoformat()
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _words(column: Column, about: dict[str, Any]) -> forms.Field:
    enter = format_lazy(_("Enter something for “{label}”"), label=column.label) if column.needed else ""
    if column.kind is Kind.TEXT:
        return Text(longest=LONGEST_TEXT, enter=enter, rows=2, **about)
    return Line(longest=LONGEST_LINE, enter=enter, **about)


def _number(column: Column, about: dict[str, Any]) -> forms.Field:
    label = column.label
    wrong = {"invalid": format_lazy(_("“{label}” is a number, such as 2.5"), label=label)}
    if column.low is not None:
        wrong["min_value"] = format_lazy(_("“{label}” is {low} or more"), label=label, low=said(column.low))
    if column.high is not None:
        wrong["max_value"] = format_lazy(
            _("“{label}” is {high} or less"), label=label, high=said(column.high)
        )
    widget = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.FloatField(
        required=False,
        min_value=column.low,
        max_value=column.high,
        error_messages=wrong,
        widget=widget,
        **about,
    )
