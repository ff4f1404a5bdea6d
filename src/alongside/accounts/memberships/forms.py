"""Roles, teams and reporting lines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.accounts.persons.models import Person
from alongside.kit.fields import Line, Several

from .models import Membership


class Roles(forms.Form):
    """What a member does here beyond being one."""

    roles = Several(
        label=_("Roles"),
        choices=Membership.Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Coordinators run programmes, invite people and keep teams. "
            "Administrators also give roles and change the organisation."
        ),
    )


class Place(forms.Form):
    """Team and manager. A manager is named by address: a list of thousands helps nobody."""

    team = Line(label=_("Team"), longest=120)
    manager = forms.EmailField(
        label=_("Email address of the manager"),
        help_text=_(
            "A manager is never proposed as a mentor to the people they manage. Leave it empty if there is none."
        ),
        required=False,
        error_messages={"invalid": _("Enter an email address like name@example.org")},
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:  # Any: Django's own
        super().__init__(*args, **kwargs)
        self.membership = membership

    def clean_manager(self) -> Person | None:
        """The member with this address."""
        address = self.cleaned_data["manager"]
        if not address:
            return None
        members = Membership.objects.current().filter(organisation=self.membership.organisation)
        found = members.filter(person__email__iexact=address).select_related("person").first()
        if found is None:
            raise forms.ValidationError(_("Enter the address of a member of this organisation"))
        return found.person
