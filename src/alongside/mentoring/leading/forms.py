"""The shape of a piece of evidence of leadership."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text


class Keep(forms.Form):
    """What one did, what came of it, when."""

    did = Text(
        label=_("What did you do for your team?"), longest=800, rows=3, enter=_("Enter what you did"),
        help_text=_("Something by which others got better at their work, in your words and without their names."),
    )  # fmt: skip
    effect = Text(
        label=_("What came of it?"), longest=800, rows=3, enter=_("Enter what came of it"),
        help_text=_("What the team does now that it did not do before, with a number if there is one."),
    )  # fmt: skip
    day = forms.DateField(
        label=_("When"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Enter the day"), "invalid": _("Enter a date, such as 2027-03-27")},
    )  # fmt: skip
