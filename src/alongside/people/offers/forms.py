"""What a mentor offers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.kit.fields import Several, Text
from alongside.kit.meanwhile import Meanwhile

from .models import Cadence, Format, Help, Offer

MOST_PLACES = 30


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Change(Meanwhile):
    """Everything of the offer."""

    open = forms.BooleanField(
        label=_("I mentor"), required=False, help_text=_("People who may find you can ask you for mentoring.")
    )
    capacity = forms.IntegerField(
        label=_("How many people at the same time"), min_value=1, max_value=MOST_PLACES,
        error_messages={
            "required": _("Enter how many people at the same time"),
            "invalid": _("Enter a whole number, such as 2"),
            "min_value": _("Enter 1 or more. To stop mentoring, take the tick off “I mentor”"),
            "max_value": _("Enter 30 or less"),
        },
    )  # fmt: skip
    formats = Several(
        label=_("Shapes of mentoring"), choices=Format.choices, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one shape of mentoring")},
    )  # fmt: skip
    helps = Several(
        label=_("What you like to do"),
        choices=Help.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    cadences = forms.TypedMultipleChoiceField(
        label=_("How often you can meet"), choices=Cadence.choices, coerce=int,
        widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip
    expects = Text(
        label=_("What you expect of a mentee"), longest=1000, rows=3,
        help_text=_("For example: an agenda the day before, and honest word when plans change."),
    )  # fmt: skip
    trained_at = forms.DateField(
        label=_("Trained as a mentor on"), required=False, widget=_day(),
        error_messages={"invalid": _("Enter a date, such as 2025-03-27")},
    )  # fmt: skip
    paused_until = forms.DateField(
        label=_("Pause new requests until"), required=False, widget=_day(),
        help_text=_("Running mentorships go on. Leave it empty to stay open."),
        error_messages={"invalid": _("Enter a date, such as 2026-03-27")},
    )  # fmt: skip

    def __init__(self, *args: Any, offer: Offer, today: dt.date, **kwargs: Any) -> None:
        there = {name: getattr(offer, name) for name in self.base_fields}
        super().__init__(*args, there=there, **kwargs)
        self.offer, self.today = offer, today

    def clean_capacity(self) -> int:
        """Never fewer than the places in use."""
        capacity: int = self.cleaned_data["capacity"]
        if capacity < self.offer.taken:
            raise forms.ValidationError(
                ngettext(
                    "You have %(taken)d place in use. Enter %(taken)d or more",
                    "You have %(taken)d places in use. Enter %(taken)d or more",
                    self.offer.taken,
                )
                % {"taken": self.offer.taken}
            )
        return capacity

    def clean_trained_at(self) -> dt.date | None:
        """A training lies in the past."""
        day: dt.date | None = self.cleaned_data["trained_at"]
        if day and day > self.today:
            raise forms.ValidationError(_("The date of your training must be today or earlier"))
        return day
