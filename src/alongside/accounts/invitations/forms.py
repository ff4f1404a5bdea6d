"""Whom to invite, and as what."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.memberships.models import Membership
from alongside.kit.fields import Several


class Inviting(forms.Form):
    """An address."""

    email = forms.EmailField(
        label=_("Email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Enter the email address of the person to invite"),
            "invalid": _("Enter an email address like name@example.org"),
        },
    )


class InvitingToRoles(Inviting):
    """An address and roles, for administrators."""

    roles = Several(
        label=_("Roles"),
        choices=Membership.Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave this empty for a mentee or mentor."),
    )
