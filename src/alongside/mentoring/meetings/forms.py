"""The shapes of what is typed about meetings."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.mentoring.agreements.terms import MINUTES
from alongside.people.offers.models import Cadence

LOCAL = "%Y-%m-%dT%H:%M"
ONCE = ("0", _("Once"))
YEARS = range(1970, 3000)
"""Outside of these, days run out on either side when somebody counts on from them."""


class Wall(forms.DateTimeField):
    """A time on the wall of who types it, or a moment with its distance from UTC, as a button sends it."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)
    default_error_messages = {"invalid": _("Enter a day and a time, such as 24 November at 18:00")}
    zone: dt.tzinfo = dt.UTC

    def to_python(self, value: Any) -> dt.datetime | None:
        """Read both; a time that a clock leaps over is kept as it was typed, to be told of."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            said = dt.datetime.fromisoformat(text)
            if said.year not in YEARS:
                raise ValueError(text)
            return said.astimezone(self.zone) if said.tzinfo else said.replace(tzinfo=self.zone)
        except ValueError as strange:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from strange


class Link(forms.URLField):
    """The address of a call, if there is one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Link for the call"), required=False, max_length=500, assume_scheme="https", **kwargs
        )


class _WithRoom(forms.Form):
    """A form for a call: where this instance has rooms, it offers one."""

    def offer_room(self) -> None:
        """Put the question after the others, ticked."""
        if settings.CALLS_URL:
            host = urlsplit(settings.CALLS_URL).hostname
            label = format_lazy(_("Make a room for it on {host} if there is no link"), host=host)
            self.fields["room"] = forms.BooleanField(label=label, required=False, initial=True)


class Plan(_WithRoom):
    """A first meeting, and how often it comes again, on the wall of the one who plans."""

    start = Wall(
        label=_("First meeting"),
        error_messages={"required": _("Enter the day and time of the first meeting")},
    )
    every_days = forms.TypedChoiceField(
        label=_("How often"),
        choices=[ONCE, *Cadence.choices],
        coerce=int,
        widget=forms.RadioSelect,
        initial=14,
    )
    minutes = forms.TypedChoiceField(label=_("How long"), choices=MINUTES, coerce=int, initial=45)
    link = Link()

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].zone = zone  # type: ignore[attr-defined]  # the field above
        self.offer_room()


class Suggest(_WithRoom):
    """Up to three times, of which the others pick one."""

    first = Wall(label=_("First time"), error_messages={"required": _("Enter at least one time")})
    second = Wall(label=_("Second time"), required=False)
    third = Wall(label=_("Third time"), required=False)
    minutes = forms.TypedChoiceField(label=_("How long"), choices=MINUTES, coerce=int, initial=45)
    link = Link()

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second", "third"):
            self.fields[name].zone = zone  # type: ignore[attr-defined]  # the fields above
        self.offer_room()

    def times(self) -> list[dt.datetime]:
        """What was typed, each once."""
        typed = [self.cleaned_data.get(name) for name in ("first", "second", "third")]
        return sorted({one for one in typed if one})


class Move(forms.Form):
    """Another time for one meeting."""

    start = Wall(label=_("New time"), error_messages={"required": _("Enter the new day and time")})

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].zone = zone  # type: ignore[attr-defined]  # the field above


class Earlier(forms.Form):
    """When a meeting took place that nobody had planned here."""

    start = Wall(label=_("When it began"), error_messages={"required": _("Enter the day and time it began")})
    minutes = forms.TypedChoiceField(label=_("How long"), choices=MINUTES, coerce=int, initial=45)

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].zone = zone  # type: ignore[attr-defined]  # the field above
