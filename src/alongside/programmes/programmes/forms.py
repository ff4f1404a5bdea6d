"""What a programme is."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Line, Text

from .models import Programme
from .weights import ALL, BOUNDS, LABELS, USUAL

MOST_GROUPS, LONGEST_GROUP = 6, 60


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Described(forms.Form):
    """Its words, its dates and who may take part."""

    name = Line(label=_("Name"), longest=120, enter=_("Enter the name of the programme"))
    about = Text(label=_("What it is for"), longest=2000, rows=3)
    starts_on = forms.DateField(
        label=_("First day"), widget=_day(),
        error_messages={
            "required": _("Enter the first day"), "invalid": _("Enter a date, such as 2027-03-27"),
        },
    )  # fmt: skip
    ends_on = forms.DateField(
        label=_("Last day"), required=False, widget=_day(),
        help_text=_("Leave it empty for a programme that goes on."),
        error_messages={"invalid": _("Enter a date, such as 2027-09-27")},
    )  # fmt: skip
    open_to = forms.ChoiceField(
        label=_("Who may take part"), choices=Programme.OpenTo.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may take part")},
    )  # fmt: skip
    most_mentees = forms.IntegerField(
        label=_("At most so many mentees for one mentor"), min_value=1, max_value=20,
        error_messages={
            "required": _("Enter a number from 1 to 20"), "invalid": _("Enter a whole number, such as 2"),
            "min_value": _("Enter 1 or more"), "max_value": _("Enter 20 or less"),
        },
    )  # fmt: skip
    months = forms.IntegerField(
        label=_("Months that a mentorship lasts"), min_value=1, max_value=24,
        error_messages={
            "required": _("Enter a number from 1 to 24"), "invalid": _("Enter a whole number, such as 6"),
            "min_value": _("Enter 1 or more"), "max_value": _("Enter 24 or less"),
        },
    )  # fmt: skip

    groups = Text(
        label=_("Groups whose chances you watch"), longest=400, rows=3,
        help_text=_("One a line, at most six, such as “New to the company”. Mentees say freely whether they belong. "
                    "You see how groups of five and more fare, never who is in them; no group counts in a match."),
    )  # fmt: skip

    def clean_groups(self) -> list[str]:
        """At most six different names."""
        lines = list(dict.fromkeys(line.strip() for line in self.cleaned_data["groups"].splitlines()))
        found = [line for line in lines if line]
        if len(found) > MOST_GROUPS or any(len(line) > LONGEST_GROUP for line in found):
            raise forms.ValidationError(_("Name at most six groups, each in 60 characters or fewer"))
        return found

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        cleaned = super().clean() or {}
        first: dt.date | None = cleaned.get("starts_on")
        last: dt.date | None = cleaned.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", _("The last day must be after the first day"))
        return cleaned


class Weighed(forms.Form):
    """Points of 100 for each part of the fit."""

    def __init__(self, *args: Any, weights: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (low, high) in BOUNDS.items():
            self.fields[name] = forms.IntegerField(
                label=LABELS[name],
                min_value=low,
                max_value=high,
                initial=weights.get(name, USUAL[name]),
                help_text=_("%(low)d to %(high)d") % {"low": low, "high": high},
                error_messages={
                    "required": _("Enter a number from %(low)d to %(high)d") % {"low": low, "high": high},
                    "invalid": _("Enter a whole number"),
                    "min_value": _("Enter %(low)d or more") % {"low": low},
                    "max_value": _("Enter %(high)d or less") % {"high": high},
                },
            )

    def clean(self) -> dict[str, Any]:
        """They add up to 100."""
        cleaned = super().clean() or {}
        together = sum(cleaned.values())
        if not self.errors and together != ALL:
            raise forms.ValidationError(
                _("The points add up to %(together)d. Change them until they add up to 100"),
                params={"together": together},
            )
        return cleaned
