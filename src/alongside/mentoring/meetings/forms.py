"""The shapes of what is typed about meetings."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.people.offers.models import Cadence

LOCAL = "%Y-%m-%dT%H:%M"
LENGTHS = [(30, _("30 minutes")), (45, _("45 minutes")), (60, _("60 minutes")), (90, _("90 minutes"))]
ONCE = ("0", _("Once"))


class Link(forms.URLField):
    """The address of a call, if there is one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Link for the call"), required=False, max_length=500, assume_scheme="https", **kwargs
        )


class Plan(forms.Form):
    """A first meeting, and how often it comes again, on the wall of the one who plans."""

    start = forms.DateTimeField(
        label=_("First meeting"),
        input_formats=[LOCAL, "%Y-%m-%dT%H:%M:%S%z"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL),
        error_messages={
            "required": _("Enter the day and time of the first meeting"),
            "invalid": _("Enter a day and a time, such as 24 November at 18:00"),
        },
    )
    every_days = forms.TypedChoiceField(
        label=_("How often"),
        choices=[ONCE, *Cadence.choices],
        coerce=int,
        widget=forms.RadioSelect,
        initial=14,
    )
    minutes = forms.TypedChoiceField(label=_("How long"), choices=LENGTHS, coerce=int, initial=45)
    link = Link()

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone

    def clean_start(self) -> dt.datetime:
        """The wall-clock time that was typed, in the zone of the one who typed it."""
        start: dt.datetime = self.cleaned_data["start"]
        return (
            start.astimezone(self.zone)
            if "+" in str(self.data.get("start", ""))
            else start.replace(tzinfo=self.zone)
        )


class Move(forms.Form):
    """Another time for one meeting."""

    start = Plan.base_fields["start"]

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].label = _("New time")
        self.zone = zone

    def clean_start(self) -> dt.datetime:
        """The wall-clock time that was typed, in the zone of the one who typed it."""
        start: dt.datetime = self.cleaned_data["start"]
        return start.replace(tzinfo=self.zone)
