"""The shapes of an upload and of the columns of a roster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import Import
from .roster import COLUMNS

CAREERS = [choice for choice in Import.Kind.choices if choice[0] != Import.Kind.ROSTER]
NONE = ("", _("Not in this table"))


class Career(forms.Form):
    """A career in a file."""

    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=CAREERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of file it is")},
    )
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        error_messages={"required": _("Choose the file"), "invalid": _("Choose the file")},
    )


class Roster(forms.Form):
    """A roster in a file."""

    file = forms.FileField(
        label=_("Roster as CSV or XLSX"),
        allow_empty_file=True,
        error_messages={"required": _("Choose the roster"), "invalid": _("Choose the roster")},
    )


class Columns(forms.Form):
    """Which column means what."""

    def __init__(self, *args: Any, header: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [NONE, *((str(place), name or f"#{place + 1}") for place, name in enumerate(header))]
        for ours, label in COLUMNS.items():
            field = forms.TypedChoiceField(
                label=str(label), choices=choices, required=ours == "email", coerce=int
            )
            field.empty_value = None
            field.error_messages["required"] = _("Choose the column with the e-mail addresses")
            self.fields[ours] = field
