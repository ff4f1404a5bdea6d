"""The words of the sign-in forms: labels, and errors that say what to do (quality: GOV.UK's rules)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

EMAIL = _("Email address")
EMPTY = {
    "name": _("Enter your name"),
    "email": _("Enter your email address"),
    "login": _("Enter your email address"),
    "password": _("Enter your password"),
    "oldpassword": _("Enter your current password"),
    "password1": _("Enter a new password"),
    "password2": _("Enter the new password again"),
    "code": _("Enter the code"),
    "credential": _("Use your passkey, or cancel. This page needs JavaScript for it"),
}
LABELS = {
    "login": EMAIL,
    "email": EMAIL,
    "remember": _("Keep me signed in on this device"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "code": _("Code"),
    "passwordless": _("Sign in with this passkey alone, without a password"),
}
LONG_PASSWORD_HINT = _("15 characters or more. A few words in a row are easy to remember.")


class OurWords(forms.Form):
    """Gives the fields of an allauth form our words. Labels stand above fields, never inside of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: each of allauth's forms has its own
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.error_messages["required"] = EMPTY.get(name, field.error_messages["required"])
            if isinstance(field, forms.EmailField):
                _say_what_an_address_looks_like(field)


def _say_what_an_address_looks_like(field: forms.EmailField) -> None:
    message = _("Enter an email address like name@example.org")
    field.error_messages["invalid"] = message
    field.validators = [EmailValidator(message)]


ERRORS = {
    "account_inactive": _("This account is closed"),
    "cannot_remove_primary_email": _("This is your main address. Make another one your main address first"),
    "duplicate_email": _("You have added this address already"),
    "email_password_mismatch": _("Email address or password is not right. Check both and try again"),
    "email_taken": _("Use another email address: this one belongs to somebody's account"),
    "enter_current_password": _("Enter your current password"),
    "incorrect_code": _("The code is not right. Enter the newest one"),
    "incorrect_password": _("The password is not right"),
    "invalid_or_expired_key": _("This link has been used or is too old. Ask for a new one"),
    "invalid_login": _("Email address or password is not right. Check both and try again"),
    "invalid_password_reset": _("This link has been used or is too old. Ask for a new one"),
    "max_email_addresses": _("You can have %d addresses. Remove one first"),
    "too_many_login_attempts": _("Too many tries. Wait five minutes, or set a new password"),
    "unverified_primary_email": _("Confirm your main address first"),
    "same_as_current": _("Enter something other than what you have now"),
    "rate_limited": _("Too many tries. Wait a few minutes"),
}
SECOND_FACTOR_ERRORS = {
    "add_email_blocked": _("Turn the second step off before you add an address"),
    "cannot_delete_authenticator": _(
        "Your password is shorter than 15 characters, so that you need a second step. Set a longer password first"
    ),
    "cannot_generate_recovery_codes": _("Turn on a second step first"),
    "incorrect_code": _("The code is not right. Enter the newest one"),
    "unverified_email": _("Confirm your address first"),
}
