"""The shape of a note."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Text


class Writing(forms.Form):
    """A text, and the version of it that was on the screen."""

    text = Text(label=_("Note"), longest=20_000, rows=8)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def clean_version(self) -> int:
        """No version is the one before the first."""
        return int(self.cleaned_data.get("version") or 0)
