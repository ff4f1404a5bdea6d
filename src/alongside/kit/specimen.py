"""A form with one field of each kind, for the page of patterns."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LEVELS = [("1", _("Exploring")), ("2", _("Practising")), ("3", _("Owning"))]


class Specimen(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Name"), max_length=40, error_messages={"required": _("Enter a name")})
    about = forms.CharField(label=_("About"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    level = forms.ChoiceField(label=_("Level"), choices=LEVELS, help_text=_("Choose one"))
    kind = forms.ChoiceField(label=_("Kind"), choices=LEVELS, widget=forms.RadioSelect, required=False)
    several = forms.MultipleChoiceField(
        label=_("Several"), choices=LEVELS, widget=forms.CheckboxSelectMultiple, required=False
    )
    agree = forms.BooleanField(label=_("I agree"), required=False)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
