"""The shapes of what is typed around a request."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text
from alongside.people.offers.models import Format


class Ask(forms.Form):
    """A goal and one specific question."""

    goal = Line(label=_("Your goal"), longest=200, enter=_("Enter your goal in one sentence"))
    question = Text(
        label=_("One specific question"),
        longest=1000,
        enter=_("Enter one specific question"),
        help_text=_("Something that this mentor can answer better than a search engine."),
    )
    format = forms.ChoiceField(label=_("Shape"), choices=Format.choices, widget=forms.RadioSelect)
    identity_light = forms.BooleanField(
        label=_("Keep my name back until they accept"),
        help_text=_("They read your goal, your question and your career without name or picture."),
        required=False,
    )

    def __init__(self, *args: Any, formats: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [choice for choice in Format.choices if choice[0] in formats] or Format.choices[:1]
        shape = self.fields["format"]
        assert isinstance(shape, forms.ChoiceField)
        shape.choices = offered
        shape.initial = offered[0][0]


class Decline(forms.Form):
    """A reason that only the mentor reads."""

    reason = Text(
        label=_("Why not now"),
        longest=1000,
        rows=3,
        help_text=_("Only you can read this. They read: not a fit now."),
    )


class Times(forms.Form):
    """Up to three times, on the wall clock of the one who proposes."""

    def __init__(self, *args: Any, zone: zoneinfo.ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        labels = [_("First time"), _("Second time"), _("Third time")]
        for number, label in enumerate(labels, start=1):
            self.fields[f"time_{number}"] = forms.DateTimeField(
                label=label,
                required=number == 1,
                input_formats=["%Y-%m-%dT%H:%M"],
                widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
                error_messages={
                    "required": _("Enter at least one time"),
                    "invalid": _("Enter a date and a time, such as 24 November at 18:00"),
                },
            )

    def times(self) -> list[dt.datetime]:
        """The times that were entered, in the zone of the one who typed them."""
        typed = [self.cleaned_data.get(name) for name in self.fields]
        return [time.replace(tzinfo=self.zone) for time in typed if time]


class Pick(forms.Form):
    """One of the proposed times."""

    at = forms.DateTimeField(
        input_formats=["%Y-%m-%dT%H:%M:%S%z"],
        error_messages={"required": _("Choose one of the times"), "invalid": _("Choose one of the times")},
    )
