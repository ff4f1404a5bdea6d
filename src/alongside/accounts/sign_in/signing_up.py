"""What signing up asks beyond address and password. Apart from the other forms because allauth imports it first."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.accounts.persons.names import zones
from alongside.kit.fields import Name


class SignUp(forms.Form):
    """The name, and the time zone that the browser knows."""

    name = Name(
        label=_("Your name"), longest=120, enter=_("Enter your name"), help_text=_("As colleagues know you")
    )
    timezone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-timezone": ""}))

    field_order = ["name", "email", "password1", "timezone"]

    def clean_timezone(self) -> str:
        """What the browser says is only a suggestion."""
        zone: str = self.cleaned_data["timezone"]
        return zone if zone in zones() else ""

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Nothing is left to do: the adapter wrote everything down."""
