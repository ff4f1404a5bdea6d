"""Two spreadsheets, and one side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Several

from .models import Side


class Sheets(forms.Form):
    """A spreadsheet of mentees, one of mentors, or both."""

    mentees = forms.FileField(
        label=_("Mentees, as CSV or XLSX"), required=False, allow_empty_file=True,
        help_text=_("One person a row, with a column named “Email”."),
    )  # fmt: skip
    mentors = forms.FileField(label=_("Mentors, as CSV or XLSX"), required=False, allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        """At least one of them."""
        cleaned = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Choose at least one of the two spreadsheets"))
        return cleaned


class Belonging(forms.Form):
    """The groups of a programme, each to be ticked or not."""

    groups = Several(
        label=_("I belong to"), required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from the list")},
    )  # fmt: skip

    def __init__(self, *args: Any, offered: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].choices = [(name, name) for name in offered]  # type: ignore[attr-defined]


class Joining(forms.Form):
    """As what one takes part."""

    side = forms.ChoiceField(
        choices=Side.choices,
        error_messages={"required": _("Choose a side"), "invalid_choice": _("Choose a side")},
    )
