"""The shapes of what is typed about being away or busy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

DATE = _("Enter a day, such as 24 December 2026")


def _day(label: Any, **kwargs: Any) -> forms.DateField:  # Any: a lazy text, and options of the field
    errors = {"invalid": DATE, "required": _("Enter the first day")}
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}), error_messages=errors, **kwargs
    )


class Off(forms.Form):
    """One day, or several."""

    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day, if there are several"), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not be before the first"))
        return said


class _Calendar(forms.Form):
    whole_days = forms.BooleanField(
        label=_("Its whole days are days off, such as public holidays"), required=False
    )


class Address(_Calendar):
    """The private address of a calendar elsewhere."""

    address = forms.CharField(
        label=_("Private address of your calendar"), max_length=2000, strip=True,
        help_text=_("It ends in .ics or begins with webcal. We keep it sealed and never show it again."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "inputmode": "url"}),
        error_messages={"required": _("Enter the address"), "max_length": _("That is too long for an address")},
    )  # fmt: skip
    field_order = ("address", "whole_days")

    def clean_address(self) -> str:
        """Calendar programs write webcal where they mean https."""
        text: str = self.cleaned_data["address"]
        return "https://" + text[len("webcal://") :] if text.lower().startswith("webcal://") else text


class File(_Calendar):
    """A calendar in a file."""

    file = forms.FileField(
        label=_("Calendar as a file (.ics)"), allow_empty_file=True,
        error_messages={"required": _("Choose the file"), "invalid": _("Choose the file")},
    )  # fmt: skip
    field_order = ("file", "whole_days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Names its fields apart from those of the form beside it."""
        super().__init__(*args, **kwargs | {"auto_id": "file_%s"})
