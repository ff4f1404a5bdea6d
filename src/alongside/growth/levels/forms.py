"""The day to compare with."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = _("Enter a day, such as 2026-05-31")


class Then(forms.Form):
    """Then and now."""

    then = forms.DateField(
        label=_("Compare with"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": DAY, "invalid": DAY},
    )  # fmt: skip
