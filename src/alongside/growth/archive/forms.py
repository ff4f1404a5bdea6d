"""The shape of an archive that is uploaded."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Restore(forms.Form):
    """A zip file."""

    file = forms.FileField(
        label=_("Archive"),
        allow_empty_file=True,
        help_text=_("The zip file that you fetched from another Alongside, at most 1.1 GB."),
        error_messages={"required": _("Choose the archive"), "invalid": _("Choose the archive")},
    )
