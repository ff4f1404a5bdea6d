"""What a person says about themself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from alongside.kit.fields import Name

from .names import zone_choices

THEMES = [("", _("As the device says")), ("light", _("Light")), ("dark", _("Dark"))]


class You(forms.Form):
    """Name, time zone, language and theme."""

    name = Name(label=_("Name"), longest=120, enter=_("Enter your name"))
    timezone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Times are shown on the clock of this place"),
        error_messages={"invalid_choice": _("Select a time zone from the list")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    theme = forms.ChoiceField(label=_("Colours"), choices=THEMES, required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's own arguments
        super().__init__(*args, **kwargs)
        zones = zone_choices()
        now = self.initial.get("timezone")
        if now and now not in dict(zones):  # an older name of a zone stays
            zones = [(now, now), *zones]
        self.fields["timezone"].choices = zones  # type: ignore[attr-defined]  # it is a ChoiceField


class Closing(forms.Form):
    """Typing one's address shows that one means it."""

    email = forms.EmailField(
        label=_("Your email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Enter your email address"),
            "invalid": _("Enter an email address like name@example.org"),
        },
    )

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:  # Any: Django's own arguments
        super().__init__(*args, **kwargs)
        self.address = address

    def clean_email(self) -> str:
        """Only one's own address will do."""
        typed: str = self.cleaned_data["email"]
        if typed.lower() != self.address.lower():
            raise forms.ValidationError(_("Enter the address that you sign in with"))
        return typed
