"""Whom to ask."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class AskingAMentor(forms.Form):
    """An address."""

    email = forms.EmailField(
        label=_("Email address of the second mentor"),
        help_text=_(
            "They get a link that works for 14 days, with what the circle is for and how many are in it."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Enter the email address of the second mentor"),
            "invalid": _("Enter an email address like name@example.org"),
        },
    )
