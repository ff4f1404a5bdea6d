"""The shape of what a browser says of itself."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Ringing(forms.Form):
    """The address at which a browser's push service takes rings for it."""

    address = forms.CharField(
        label=_("Address"),
        max_length=2000,
        error_messages={
            "required": _("This browser gave no address"),
            "max_length": _("This browser gave an address that is too long"),
        },
    )
