"""The forms of allauth, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person

from .words import LONG_PASSWORD_HINT, OurWords


class Login(OurWords, account.LoginForm):
    """Sign in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page has the link beside the button


class SignUp(OurWords, account.SignupForm):
    """Sign up: name, address, password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("Password")
        self.fields["password1"].help_text = LONG_PASSWORD_HINT
        self.fields["password1"].error_messages["required"] = _("Enter a password")

    def try_save(self, request: HttpRequest) -> Any:  # Any: allauth's own pair of a person and an answer
        """Take as long for an address that is here already as for a new one, so that nobody learns which it is."""
        if self.account_already_exists:
            Person().set_password(self.cleaned_data["password1"])
        return super().try_save(request)


class AddEmail(OurWords, account.AddEmailForm):
    """Add an address."""


class ResetPassword(OurWords, account.ResetPasswordForm):
    """Ask for a link."""


class NewPassword(OurWords):
    """Says how long a password must be, and where a second one does not match."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = LONG_PASSWORD_HINT

    def clean(self) -> dict[str, Any]:
        """Compare what was typed twice."""
        typed: dict[str, Any] = forms.Form.clean(self) or self.cleaned_data
        first, second_time = typed.get("password1"), typed.get("password2")
        if first and second_time and first != second_time:
            self.add_error("password2", _("The two passwords are not the same"))
        return typed


class ChangePassword(NewPassword, account.ChangePasswordForm):
    """Change the password."""


class SetPassword(NewPassword, account.SetPasswordForm):
    """Set the first password of somebody who has signed in with a passkey."""


class ResetPasswordKey(NewPassword, account.ResetPasswordKeyForm):
    """Set a new password by the link of a mail."""


class Reauthenticate(OurWords, account.ReauthenticateForm):
    """Say again who one is before something important."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class Authenticate(OurWords, second.AuthenticateForm):
    """The code of the second step."""


class ReauthenticateByCode(OurWords, second.ReauthenticateForm):
    """The code of the second step, once more."""


class ActivateApp(OurWords, totp.ActivateTOTPForm):
    """The first code of a new authenticator app."""


class AddPasskey(OurWords, webauthn.AddWebAuthnForm):
    """A new passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].help_text = _("So that you know later which one it is, such as “work laptop”")
        self.fields["passwordless"].help_text = _("The device then asks for your finger, face or PIN.")


class EditPasskey(OurWords, webauthn.EditWebAuthnForm):
    """Rename a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: allauth's own arguments
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].error_messages["required"] = _("Enter a name")
