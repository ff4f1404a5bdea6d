"""The shape of an agreement as it is typed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.kit.clock import today_in
from alongside.kit.fields import Line, Several, Text

from .terms import FIELDS, SECTIONS, Field, Said

GOALS_AT_MOST = 3


class Terms(forms.Form):
    """Every term of an agreement; ``base`` is the version that was on the screen."""

    base = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name, field in FIELDS.items():
            self.fields[name] = _field(field)

    def said(self) -> Said:
        """The terms as they are kept."""
        dates = {name for name, field in FIELDS.items() if field.kind == "date"}
        values = {name: self.cleaned_data[name] for name in FIELDS}
        return {name: _as_text(value) if name in dates else value for name, value in values.items()}

    def sections(self) -> list[dict[str, Any]]:
        """The fields in the order of the page."""
        return [
            {"title": section.title, "fields": [self[field.name] for field in section.fields]}
            for section in SECTIONS
        ]

    def clean_goals(self) -> str:
        """Three goals at most, one on a line."""
        lines = [line for line in self.cleaned_data["goals"].splitlines() if line.strip()]
        if len(lines) > GOALS_AT_MOST:
            raise forms.ValidationError(_("Write three goals at most, one on a line"))
        return "\n".join(lines)

    def clean_ends_on(self) -> dt.date:
        """The last day lies ahead."""
        last: dt.date = self.cleaned_data["ends_on"]
        if last <= self.today:
            raise forms.ValidationError(_("The last day must be after today"))
        return last

    def clean(self) -> None:
        """The review lies before the last day."""
        review, last = self.cleaned_data.get("review_on"), self.cleaned_data.get("ends_on")
        if review and last and review >= last:
            self.add_error("review_on", _("The review must be before the last day"))


def as_typed(said: Said, base: int) -> dict[str, Any]:
    """The first values of the form for what a version says."""
    return {name: said.get(name) for name in FIELDS} | {"base": base}


def terms(said: Said, base: int, reader_zone: dt.tzinfo) -> Terms:
    """The form, filled with what a version says."""
    return Terms(initial=as_typed(said, base), today=today_in(reader_zone))


def _field(field: Field) -> forms.Field:
    if field.kind == "date":
        return _date(field)
    if field.kind == "choice":
        return _choice(field)
    if field.kind == "many":
        return Several(
            label=str(field.label),
            choices=field.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    enter = "" if field.optional else format_lazy(_("Enter this: {label}"), label=field.label)
    if field.kind == "line":
        return Line(label=str(field.label), longest=field.longest, enter=enter, help_text=field.hint)
    return Text(label=str(field.label), longest=field.longest, enter=enter, help_text=field.hint, rows=3)


def _choice(field: Field) -> forms.Field:
    is_number = isinstance(field.choices[0][0], int)
    return forms.TypedChoiceField(
        label=str(field.label),
        choices=field.choices,
        coerce=int if is_number else str,
        error_messages={"required": format_lazy(_("Choose this: {label}"), label=field.label)},
    )


def _date(field: Field) -> forms.Field:
    return forms.DateField(
        label=str(field.label),
        required=not field.optional,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": format_lazy(_("Enter this: {label}"), label=field.label),
            "invalid": _("Enter a date, such as 30 June 2027"),
        },
    )


def _as_text(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
