"""What the first run asks: who you are, and where."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.names import zones
from alongside.kit.fields import Name


class FirstRun(forms.Form):
    """One screen, five answers."""

    name = Name(label=_("Your name"), longest=120, enter=_("Enter your name"))
    email = forms.EmailField(
        label=_("Email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Enter your email address"),
            "invalid": _("Enter an email address like name@example.org"),
        },
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("15 characters or more. A few words in a row are easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Enter a password")},
    )
    organisation = Name(
        label=_("Name of your organisation"), longest=120, enter=_("Enter the name of your organisation")
    )
    kind = forms.ChoiceField(
        label=_("What kind of organisation?"),
        choices=Organisation.Kind,
        initial=Organisation.Kind.COMPANY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Select company or community")},
    )
    conduct = forms.BooleanField(
        label=_("I agree to the code of conduct"),
        error_messages={"required": _("Read the code of conduct and agree to it")},
    )
    timezone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-timezone": ""}))

    def clean_password(self) -> str:
        """Long enough, and not one of the common ones."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean_timezone(self) -> str:
        """What the browser says is only a suggestion."""
        zone: str = self.cleaned_data["timezone"]
        return zone if zone in zones() else ""
